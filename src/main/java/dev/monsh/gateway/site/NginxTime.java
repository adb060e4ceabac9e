package dev.monsh.gateway.site;

import java.util.Optional;

/** nginx's measures of time (nginx.org, "Configuration file measurement units"), and those that matter here. */
public final class NginxTime {

    /** What nginx waits where nothing is said, in seconds. */
    public static final long USUAL = 60;

    /** How long Prometheus lets a query take, in seconds. */
    public static final long QUERY = 120;

    /** How long a query may wait for a box that is off, in seconds. */
    public static final long PATIENCE = 10;

    private NginxTime() {}

    /** Reads {@code 90}, {@code 2m}, {@code 1m30s}, {@code 500ms}, rounded down to seconds; empty for anything else. */
    public static Optional<Long> seconds(String text) {
        long millis = 0;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at == start || at - start > 9) {
                return Optional.empty();
            }
            long number = Long.parseLong(text.substring(start, at));
            int unit = at;
            while (at < text.length() && !Character.isDigit(text.charAt(at))) {
                at++;
            }
            long factor = millis(text.substring(unit, at).strip());
            if (factor == 0) {
                return Optional.empty();
            }
            millis += number * factor;
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(millis / 1000);
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "", "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            case "w" -> 7 * 86_400_000L;
            default -> 0;
        };
    }
}
