package dev.monsh.box;

import dev.monsh.failure.NextStep;

/** What can be done next about boxes and the configuration that has them. */
public sealed interface BoxNextStep extends NextStep {

    /** Look at all boxes. */
    record ListAll() implements BoxNextStep {}

    /** Look at one box. */
    record Show(String box) implements BoxNextStep {}

    /** Make a box the current one. */
    record Use(String box) implements BoxNextStep {}

    /** Set up everything for a box. */
    record Onboard(String box) implements BoxNextStep {}

    /** Find the configuration file, to edit it. */
    record FindConfiguration() implements BoxNextStep {}
}
