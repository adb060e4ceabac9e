package dev.monsh.stack.demo;

import java.nio.file.Path;

/**
 * A sample process.
 *
 * @param command what follows {@code uvicorn} on its command line
 * @param groupname the label of its metrics, as process-exporter makes it of the command line
 * @param service the label of its log lines
 * @param load the CPU time that it uses, in percent of one core
 * @param logFile absolute; it alone writes there
 */
public record DemoWorker(String command, String groupname, String service, int load, Path logFile) {}
