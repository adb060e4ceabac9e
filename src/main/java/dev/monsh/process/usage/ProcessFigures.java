package dev.monsh.process.usage;

/**
 * What a process has used so far; see proc_pid_stat(5).
 *
 * @param startTicks when it started, in hundredths of a second after the machine did: with the pid it names the process
 * @param cpuNanos processor time of all its threads
 * @param residentBytes memory that is in RAM now
 */
public record ProcessFigures(int pid, long startTicks, long cpuNanos, long residentBytes, int threads) {}
