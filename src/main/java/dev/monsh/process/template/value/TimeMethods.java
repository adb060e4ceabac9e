package dev.monsh.process.template.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;

/** The methods of Go's {@code time.Time} without arguments that give numbers, in UTC as in the container. */
public final class TimeMethods {

    private static final Set<String> COVERED = Set.of(
            "Unix",
            "UnixMilli",
            "UnixMicro",
            "UnixNano",
            "Nanosecond",
            "Second",
            "Minute",
            "Hour",
            "Day",
            "YearDay",
            "Year",
            "UTC",
            "IsZero");

    private TimeMethods() {}

    public static boolean isCovered(String name) {
        return COVERED.contains(name);
    }

    static GoValue call(Instant time, String name) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return switch (name) {
            case "UTC" -> new GoValue.Time(time);
            case "IsZero" -> new GoValue.Bool(false);
            case "Unix" -> new GoValue.Int(time.getEpochSecond());
            case "UnixMilli" -> new GoValue.Int(time.toEpochMilli());
            case "UnixMicro" -> new GoValue.Int(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
            case "UnixNano" -> new GoValue.Int(time.getEpochSecond() * 1_000_000_000 + time.getNano());
            case "Nanosecond" -> new GoValue.Int(time.getNano());
            case "Second" -> new GoValue.Int(utc.getSecond());
            case "Minute" -> new GoValue.Int(utc.getMinute());
            case "Hour" -> new GoValue.Int(utc.getHour());
            case "Day" -> new GoValue.Int(utc.getDayOfMonth());
            case "YearDay" -> new GoValue.Int(utc.getDayOfYear());
            case "Year" -> new GoValue.Int(utc.getYear());
            default -> throw new IllegalArgumentException("not covered: " + name);
        };
    }
}
