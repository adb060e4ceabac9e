package dev.monsh.app.console;

import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.TextWidth;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The line below the one that is typed: the box, the age of its names, how the last command ended and took. */
final class StatusLine {

    /** The line is drawn at every key; reading the configuration as often would be felt. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<String> boxName;
    private final Supplier<Optional<String>> age;
    private final String gap;
    private Optional<Place> place = Optional.empty();
    private Optional<CommandRun.Outcome> last = Optional.empty();

    private record Place(String box, Optional<String> names, long nanoTime) {}

    /**
     * Takes what is asked again from time to time.
     *
     * @param age how old the names of the box are
     * @param gap between two parts of the line
     */
    StatusLine(Supplier<String> boxName, Supplier<Optional<String>> age, String gap) {
        this.boxName = boxName;
        this.age = age;
        this.gap = gap;
    }

    void ended(CommandRun.Outcome outcome) {
        place = Optional.empty();
        last = Optional.of(outcome);
    }

    Optional<ExitCode> last() {
        return last.map(CommandRun.Outcome::code);
    }

    /**
     * Returns the line, without the parts that are worth least where it would be too wide.
     *
     * @param hint what is to be said of the names at the moment
     * @param width in columns
     */
    String line(Optional<String> hint, int width) {
        Place now = place();
        Optional<String> names = hint.or(now::names);
        Optional<String> ended = last.map(StatusLine::ending);
        Optional<String> took = last.map(outcome -> ending(outcome) + " in " + seconds(outcome.took()));
        Optional<String> box = Optional.of(now.box());
        List<List<Optional<String>>> shorter = List.of(
                List.of(box, names, took), List.of(box, hint, took), List.of(box, hint, ended), List.of(box, ended));
        return shorter.stream()
                .map(parts -> String.join(
                        gap, parts.stream().flatMap(Optional::stream).toList()))
                .filter(line -> TextWidth.of(line) <= width)
                .findFirst()
                .orElseGet(() -> TextWidth.prefix(ended.orElse(now.box()), width));
    }

    private Place place() {
        long now = System.nanoTime();
        if (place.filter(each -> now - each.nanoTime() < FRESH.toNanos()).isEmpty()) {
            place = Optional.of(new Place(boxName.get(), age.get().map(old -> "names " + old + " old"), now));
        }
        return place.orElseThrow();
    }

    private static String ending(CommandRun.Outcome outcome) {
        return outcome.program().filter(text -> outcome.code() == ExitCode.DONE).orElseGet(() -> ended(outcome.code()));
    }

    private static String ended(ExitCode code) {
        return switch (code) {
            case DONE -> "done";
            case INTERRUPTED -> "interrupted";
            default -> "exit code " + code.code();
        };
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, took.toMillis() < 10_000 ? "%.2f s" : "%.0f s", took.toMillis() / 1000.0);
    }
}
