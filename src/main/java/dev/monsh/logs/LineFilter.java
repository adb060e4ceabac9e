package dev.monsh.logs;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.monsh.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Filters that work on lines already here, without asking the server again. */
public final class LineFilter {

    private static final Predicate<LogLine> NONE = new Everything();

    private LineFilter() {}

    /** Lets every line pass. */
    public static Predicate<LogLine> none() {
        return NONE;
    }

    private static final class Everything implements Predicate<LogLine> {
        @Override
        public boolean test(LogLine line) {
            return true;
        }
    }

    /**
     * Lets lines pass in which the expression is found anywhere.
     *
     * @param where it was given, for the message
     * @param regex RE2, as in LogQL
     * @throws UsageException when it is none
     */
    public static Search grep(String where, String regex) {
        try {
            return new Search(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new UsageException(where + " " + regex, e.getDescription() + ": " + e.getPattern(), null, e);
        }
    }

    /** Finds an expression anywhere in a line. */
    public static final class Search implements Predicate<LogLine> {

        private final Pattern pattern;

        private Search(Pattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public boolean test(LogLine line) {
            return isFoundIn(line.line());
        }

        /** Tells whether the expression is found anywhere in a text. */
        public boolean isFoundIn(String text) {
            return pattern.matcher(text).find();
        }

        /** Returns where it is found, without places of no length. */
        public List<Span> spans(String line) {
            List<Span> spans = new ArrayList<>();
            Matcher matcher = pattern.matcher(line);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    spans.add(new Span(matcher.start(), matcher.end()));
                }
            }
            return spans;
        }
    }

    /** A part of a line: offsets of characters, the end excluded. */
    public record Span(int start, int end) {}

    /**
     * Lets lines pass that are at least as serious. A line without a level does not pass.
     *
     * @param where it was given, for the message
     * @param level its name in any of the usual spellings
     * @throws UsageException when there is no such level
     */
    public static Predicate<LogLine> level(String where, String level) {
        Level least = Level.named(level)
                .orElseThrow(() ->
                        new UsageException(where + " " + level, "expected trace, debug, info, warn, error or fatal"));
        return line -> Level.of(line).map(found -> found.compareTo(least) >= 0).orElse(false);
    }
}
