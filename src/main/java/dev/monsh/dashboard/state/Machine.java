package dev.monsh.dashboard.state;

/**
 * The box as a whole.
 *
 * @param cpuPercent of all cores together, 0 to 100
 * @param memoryUsed in bytes: what is not available to a new program
 * @param memoryTotal in bytes
 * @param diskPercent how full the file system of the root folder is, 0 to 100
 */
public record Machine(double cpuPercent, long memoryUsed, long memoryTotal, double diskPercent) {}
