package dev.monsh.cli;

import dev.monsh.failure.UsageException;
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

    public static final Option.Single<String> BOX =
            Option.text("box", "NAME", ValueKind.BOX, "use this box instead of the current one");
    public static final Option.Single<OutputFormat> OUTPUT = Option.of(
                    "output", "FORMAT", ValueKind.FORMAT, "the output form", GlobalOptions::outputFormat)
            .letter('o');
    public static final Option.Single<Path> CONFIG = Option.file("config", "FILE", "use this configuration file");
    public static final Option.Single<Duration> TIMEOUT =
            Option.positiveDuration("timeout", "time limit for an answer, for instance 30s");
    public static final Option.Flag NO_COLOR = Option.flag("no-color", "no colour");
    /** Read by the console before it runs a line; elsewhere no pager is used. */
    public static final Option.Flag NO_PAGER = Option.flag("no-pager", "in the console: print results that do not fit");

    public static final Option.Flag QUIET =
            Option.flag("quiet", "no progress and no notes").letter('q');
    public static final Option.Flag VERBOSE = Option.flag("verbose", "more details on failures, with stack traces")
            .letter('v');
    public static final Option.Flag YES =
            Option.flag("yes", "answer yes to all questions").letter('y');
    public static final Option.Flag DRY_RUN = Option.flag("dry-run", "show what would be done without doing it");
    public static final Option.Flag HELP =
            Option.flag("help", "show help for the command").letter('h');
    public static final Option.Flag VERSION = Option.flag("version", "show the version");

    /** All of them, in the order of the help. */
    public static final List<Option<?>> ALL =
            List.of(BOX, OUTPUT, CONFIG, TIMEOUT, NO_COLOR, NO_PAGER, QUIET, VERBOSE, YES, DRY_RUN, HELP, VERSION);

    /** Returns the global options of a call. */
    public static GlobalOptions of(ParsedCall call) {
        return new GlobalOptions(
                call.get(BOX),
                call.get(OUTPUT),
                call.get(CONFIG),
                call.get(TIMEOUT),
                call.get(NO_COLOR),
                call.get(QUIET),
                call.get(VERBOSE),
                call.get(YES),
                call.get(DRY_RUN));
    }

    private static OutputFormat outputFormat(String option, String word) {
        return OutputFormat.of(word)
                .orElseThrow(() -> new UsageException(
                        option + " " + word,
                        "no such output form; there are " + OutputFormat.words(List.of(OutputFormat.values()))));
    }

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

    /** Returns the same options with another time limit. */
    public GlobalOptions withTimeout(Duration limit) {
        return new GlobalOptions(box, output, config, Optional.of(limit), noColor, quiet, verbose, yes, dryRun);
    }
}
