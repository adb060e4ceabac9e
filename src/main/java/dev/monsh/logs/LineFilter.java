package dev.monsh.logs;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.monsh.failure.UsageException;
import java.util.Locale;
import java.util.function.Predicate;

/** Filters that work on lines already here, without asking the server again. */
public final class LineFilter {

    private LineFilter() {}

    /** Lets every line pass. */
    public static Predicate<LogLine> none() {
        return line -> true;
    }

    /**
     * Lets lines pass in which the expression is found anywhere.
     *
     * @param regex RE2, as in LogQL
     * @throws UsageException when it is none
     */
    public static Predicate<LogLine> grep(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return line -> pattern.matcher(line.line()).find();
        } catch (PatternSyntaxException e) {
            throw new UsageException("--grep " + regex, e.getDescription() + ": " + e.getPattern(), null, e);
        }
    }

    /**
     * Lets lines pass that are at least as serious. A line without a level does not pass.
     *
     * @param level its name in any of the usual spellings
     * @throws UsageException when there is no such level
     */
    public static Predicate<LogLine> level(String level) {
        Level least = Level.named(level)
                .orElseThrow(() -> new UsageException(
                        "--level " + level, "one of trace, debug, info, warn, error, fatal was expected"));
        return line -> Level.of(line).map(found -> found.compareTo(least) >= 0).orElse(false);
    }

    /** Returns the name of a level as it is written in options. */
    public static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
