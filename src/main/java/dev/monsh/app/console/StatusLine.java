package dev.monsh.app.console;

import dev.monsh.failure.ExitCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The line below the one that is typed: how the last command ended and took, and what is to be said of the names. */
final class StatusLine {

    /** What took less needs no telling. */
    private static final Duration NOTICEABLE = Duration.ofSeconds(1);

    private final Supplier<String> boxName;
    private Optional<CommandRun.Outcome> last = Optional.empty();

    StatusLine(Supplier<String> boxName) {
        this.boxName = boxName;
    }

    void ended(CommandRun.Outcome outcome) {
        last = Optional.of(outcome);
    }

    Optional<ExitCode> last() {
        return last.map(CommandRun.Outcome::code);
    }

    /**
     * Returns the line; empty where nothing is worth telling.
     *
     * @param hint what is to be said of the names
     */
    Optional<String> line(Optional<String> hint) {
        if (hint.isPresent()) {
            return Optional.of(boxName.get() + ": " + hint.get());
        }
        return last.filter(outcome ->
                        outcome.code() != ExitCode.DONE || outcome.took().compareTo(NOTICEABLE) > 0)
                .map(outcome -> "the last command " + ended(outcome.code()) + " after " + seconds(outcome.took()));
    }

    private static String ended(ExitCode code) {
        return code == ExitCode.DONE ? "was done" : "ended with exit code " + code.code();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, took.toMillis() < 10_000 ? "%.2f s" : "%.0f s", took.toMillis() / 1000.0);
    }
}
