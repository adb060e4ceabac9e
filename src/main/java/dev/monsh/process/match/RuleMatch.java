package dev.monsh.process.match;

import dev.monsh.process.template.Rendering;
import java.util.Map;

/**
 * A rule that takes a process.
 *
 * @param rule its number, from 1
 * @param name the group, and whether the template failed on the way
 * @param matches {@code .Matches}: the captures of all regexes; the empty name holds the last unnamed group or whole match
 */
public record RuleMatch(int rule, Rendering name, Map<String, String> matches) {}
