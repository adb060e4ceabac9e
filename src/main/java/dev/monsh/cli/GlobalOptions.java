package dev.monsh.cli;

import dev.monsh.terminal.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options that every command has.
 *
 * @param timeout the time that a whole answer may take; empty for each command's own
 */
public record GlobalOptions(
        Optional<String> box,
        Optional<OutputFormat> output,
        Optional<Path> config,
        Optional<Duration> timeout,
        boolean noColor,
        boolean quiet,
        boolean verbose,
        boolean yes,
        boolean dryRun) {

    /** No option given. */
    public static final GlobalOptions NONE = new GlobalOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, false, false, false);

    /** Their definitions, in the order of the help. */
    public static final List<OptionSpec> SPECS = List.of(
            OptionSpec.value("box", "NAME", ValueKind.BOX, "the box to talk to, instead of the current one"),
            OptionSpec.value("output", "FORMAT", ValueKind.FORMAT, "the form of the result")
                    .letter('o'),
            OptionSpec.value("config", "FILE", ValueKind.FILE, "the configuration file"),
            OptionSpec.value("timeout", "D", ValueKind.DURATION, "how long an answer may take, for instance 30s"),
            OptionSpec.flag("no-color", ' ', "no colour"),
            OptionSpec.flag("quiet", 'q', "no progress and no notes"),
            OptionSpec.flag("verbose", 'v', "more on failures, with stack traces"),
            OptionSpec.flag("yes", 'y', "answer every question with yes"),
            OptionSpec.flag("dry-run", ' ', "show what would be done, and do nothing"),
            OptionSpec.flag("help", 'h', "help for the command"),
            OptionSpec.flag("version", ' ', "the version"));

    /** Returns these options where they are given, else the others. */
    public GlobalOptions over(GlobalOptions defaults) {
        return new GlobalOptions(
                box.or(defaults::box),
                output.or(defaults::output),
                config.or(defaults::config),
                timeout.or(defaults::timeout),
                noColor || defaults.noColor,
                quiet || defaults.quiet,
                verbose || defaults.verbose,
                yes || defaults.yes,
                dryRun || defaults.dryRun);
    }

    /** Returns the same options with another configuration. */
    public GlobalOptions withConfig(Path file) {
        return new GlobalOptions(box, output, Optional.of(file), timeout, noColor, quiet, verbose, yes, dryRun);
    }

    /** Returns the same options for another box. */
    public GlobalOptions withBox(String name) {
        return new GlobalOptions(Optional.of(name), output, config, timeout, noColor, quiet, verbose, yes, dryRun);
    }
}
