package dev.monsh.stack.demo;

import java.nio.file.Path;

/**
 * A file of the demo, to be written.
 *
 * @param path absolute
 */
public record DemoFile(Path path, String text, boolean executable) {}
