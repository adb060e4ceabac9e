package dev.monsh.command;

import dev.monsh.box.Box;
import dev.monsh.box.BoxStore;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.cli.GlobalOptions;
import java.util.Map;

/** The configuration as the global options of a call choose it. */
public interface Boxes {

    /** Returns where the configuration file is. */
    ConfigurationLocation location(GlobalOptions options);

    /** Returns the configuration file's store. */
    BoxStore store(GlobalOptions options);

    /** Returns every box that a call can choose, by its name: those of the file, and the demo while it runs. */
    default Map<String, Box> all(GlobalOptions options) {
        return store(options).load().boxes();
    }

    /** Returns the box that a call talks to, with what the environment overrides. */
    Box chosen(GlobalOptions options);
}
