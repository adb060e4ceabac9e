package dev.monsh.command;

import dev.monsh.box.Box;
import dev.monsh.box.BoxStore;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.cli.GlobalOptions;

/** The configuration as the global options of a call choose it. */
public interface Boxes {

    /** Returns where the configuration file is. */
    ConfigurationLocation location(GlobalOptions options);

    /** Returns the configuration file's store. */
    BoxStore store(GlobalOptions options);

    /** Returns the box that a call talks to, with what the environment overrides. */
    Box chosen(GlobalOptions options);
}
