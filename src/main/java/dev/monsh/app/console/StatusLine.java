package dev.monsh.app.console;

import dev.monsh.failure.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
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

    private record Place(String text, long nanoTime) {}

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
     * Returns the line.
     *
     * @param hint what is to be said of the names at the moment
     */
    String line(Optional<String> hint) {
        List<String> parts = new ArrayList<>();
        if (hint.isPresent()) {
            parts.add(boxName.get());
            parts.add(hint.get());
        } else {
            parts.add(place());
        }
        last.ifPresent(outcome -> parts.add(ended(outcome.code()) + " in " + seconds(outcome.took())));
        return String.join(gap, parts);
    }

    private String place() {
        long now = System.nanoTime();
        if (place.filter(each -> now - each.nanoTime() < FRESH.toNanos()).isEmpty()) {
            String names = age.get().map(old -> gap + "names " + old + " old").orElse("");
            place = Optional.of(new Place(boxName.get() + names, now));
        }
        return place.orElseThrow().text();
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
