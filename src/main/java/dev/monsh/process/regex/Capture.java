package dev.monsh.process.regex;

import dev.monsh.process.RunningProcess;

/**
 * What one group of a regex took of a command line.
 *
 * @param name empty for a group without a name, and for the whole match
 * @param group its number; 0 for the whole match
 * @param start index of its first character in {@link RunningProcess#commandLine()}; -1 when it took no part
 * @param end index after its last character; -1 when it took no part
 * @param value what it took; empty when it took no part
 */
public record Capture(String name, int group, int start, int end, String value) {}
