package dev.monsh.cloud;

/**
 * A volume of an instance.
 *
 * @param type for instance {@code gp3}
 * @param gibibytes its size
 */
public record Disk(String id, String type, int gibibytes, boolean encrypted) {}
