package dev.monsh.cloud;

/**
 * An AMI.
 *
 * @param id for instance {@code ami-0123}
 * @param rootDevice the name of its first disk, for instance {@code /dev/sda1}
 * @param gibibytes the least that this disk can have
 */
public record MachineImage(String id, String name, String rootDevice, int gibibytes) {}
