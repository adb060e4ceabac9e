package dev.monsh.adapter.yaml.loaded;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two scalars mean the same to the servers, which print values in a form of their own. */
final class ScalarMeaning {

    /** A duration of Go or of Prometheus (its documentation's {@code <duration>}). */
    private static final Pattern DURATION = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ns|us|µs|ms|[smhdwy]))+");

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|[smhdwy])");
    private static final Map<String, BigDecimal> NANOSECONDS = Map.of(
            "ns", BigDecimal.ONE,
            "us", new BigDecimal("1e3"),
            "µs", new BigDecimal("1e3"),
            "ms", new BigDecimal("1e6"),
            "s", new BigDecimal("1e9"),
            "m", new BigDecimal("60e9"),
            "h", new BigDecimal("3600e9"),
            "d", new BigDecimal("86400e9"),
            "w", new BigDecimal("604800e9"),
            "y", new BigDecimal("31536000e9"));
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?([eE][-+]?\\d{1,2})?");
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([KMGT]?)i?B", Pattern.CASE_INSENSITIVE);
    /** The passwords that the servers print instead of the real ones. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+@");

    private ScalarMeaning() {}

    static boolean same(String declared, String running) {
        return declared.equals(running)
                || isMasked(running)
                || bothDurations(declared, running)
                || bothNumbers(declared, running)
                || bothTruths(declared, running)
                || bothSizes(declared, running)
                || sameUrl(declared, running);
    }

    private static boolean isMasked(String running) {
        return running.equals("<secret>") || running.equals("********");
    }

    private static boolean bothDurations(String declared, String running) {
        Optional<BigDecimal> one = nanoseconds(declared);
        Optional<BigDecimal> other = nanoseconds(running);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
    }

    private static Optional<BigDecimal> nanoseconds(String text) {
        if (text.equals("0")) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (!DURATION.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            BigDecimal unit = NANOSECONDS.getOrDefault(part.group(2), BigDecimal.ZERO);
            sum = sum.add(new BigDecimal(part.group(1)).multiply(unit));
        }
        return Optional.of(sum);
    }

    private static boolean bothNumbers(String declared, String running) {
        return NUMBER.matcher(declared).matches()
                && NUMBER.matcher(running).matches()
                && new BigDecimal(declared).compareTo(new BigDecimal(running)) == 0;
    }

    /** The truth values of YAML 1.1, which the servers' YAML package takes where it wants one. */
    private static boolean bothTruths(String declared, String running) {
        return switch (running) {
            case "true" -> declared.matches("(?i)true|yes|on|y");
            case "false" -> declared.matches("(?i)false|no|off|n");
            default -> false;
        };
    }

    private static boolean bothSizes(String declared, String running) {
        Optional<BigDecimal> one = kibibytes(declared);
        Optional<BigDecimal> other = kibibytes(running);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
    }

    /** Units are of 1024, with or without an i. */
    private static Optional<BigDecimal> kibibytes(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        int power = " KMGT"
                .indexOf(
                        size.group(2).isEmpty()
                                ? ' '
                                : Character.toUpperCase(size.group(2).charAt(0)));
        return Optional.of(new BigDecimal(size.group(1)).multiply(new BigDecimal(1024).pow(power)));
    }

    private static boolean sameUrl(String declared, String running) {
        return running.contains("://") && withoutUser(declared).equals(withoutUser(running));
    }

    private static String withoutUser(String url) {
        return USER_INFO.matcher(url).replaceAll("");
    }
}
