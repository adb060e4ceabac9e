package dev.monsh.logs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How serious a line is, from the least to the most. */
public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL;

    /** A line is read for its level this far. */
    private static final int HEAD = 400;

    private static final String NAMES =
            "trace|trc|debug|dbg|information|informational|info|inf|notice|warning|warn|wrn|error|err|eror"
                    + "|critical|crit|fatal|panic|emergency|emerg|alert";

    /** {@code level=warn}, {@code "severity": "ERROR"}: logfmt and JSON. */
    private static final Pattern FIELD = Pattern.compile(
            "(?i)(?:^|[\\s{,\"'])(?:level|lvl|severity|loglevel|log_level|levelname)[\"']?\\s*[=:]\\s*[\"']?(" + NAMES
                    + ")\\b");

    /** {@code [WARN]}, {@code ERROR:}, {@code - INFO -}: a word that stands apart, in capitals or in brackets. */
    private static final Pattern WORD = Pattern.compile("(?:^|[\\s|>(])(?:[\\[<(](?i:(" + NAMES + "))[\\])>]|("
            + NAMES.toUpperCase(Locale.ROOT) + ")(?=$|[\\s:,|\\]-]))");

    /** {@code klog}: {@code W1122 10:45:10.123456}. */
    private static final Pattern GLOG = Pattern.compile("^([IWEF])\\d{4} \\d\\d:");

    /**
     * Finds the level of a line: a field of logfmt or JSON, else the first word that stands apart as levels do.
     *
     * @return empty where the line names none
     */
    public static Optional<Level> of(String line) {
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        Matcher field = FIELD.matcher(head);
        if (field.find()) {
            return named(field.group(1));
        }
        Matcher word = WORD.matcher(head);
        if (word.find()) {
            return named(word.group(1) != null ? word.group(1) : word.group(2));
        }
        Matcher glog = GLOG.matcher(head);
        return glog.find() ? named(glog.group(1)) : Optional.empty();
    }

    /** Finds the level of a line of a stream: what the labels say goes before what the text says. */
    public static Optional<Level> of(LogLine line) {
        for (String label : new String[] {"level", "detected_level", "severity"}) {
            Optional<Level> level = named(line.labels().get(label));
            if (level.isPresent()) {
                return level;
            }
        }
        return of(line.line());
    }

    /** Returns the level with this name, in any of the usual spellings; empty for another word. */
    public static Optional<Level> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "trace", "trc" -> Optional.of(TRACE);
            case "debug", "dbg" -> Optional.of(DEBUG);
            case "info", "inf", "information", "informational", "notice", "i" -> Optional.of(INFO);
            case "warn", "warning", "wrn", "w" -> Optional.of(WARN);
            case "error", "err", "eror", "e" -> Optional.of(ERROR);
            case "fatal", "critical", "crit", "panic", "emergency", "emerg", "alert", "f" -> Optional.of(FATAL);
            default -> Optional.empty();
        };
    }
}
