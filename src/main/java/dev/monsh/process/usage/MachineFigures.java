package dev.monsh.process.usage;

/**
 * What a machine has used so far.
 *
 * @param busyTicks processor time of all cores since the start, without idling and waiting for disks
 * @param allTicks processor time of all cores since the start
 * @param memoryAvailable bytes that a new program could have without swapping
 * @param memoryTotal in bytes
 * @param diskUsed bytes used of the file system of the root folder
 * @param diskTotal its bytes, without what is kept for root
 */
public record MachineFigures(
        long busyTicks, long allTicks, long memoryAvailable, long memoryTotal, long diskUsed, long diskTotal) {}
