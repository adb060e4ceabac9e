package dev.monsh.app.sources;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time zones written as rules, {@code TZ=CET-1CEST,M3.5.0,M10.5.0/3} (POSIX.1-2017, XBD 8.3). Java knows zones by name only
 * and would take such a one for the offset of today; here the zone of the same rules takes its place.
 */
final class PosixTimeZone {

    private static final String NAME = "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)";
    private static final String OFFSET = "([+-]?\\d{1,3}(?::\\d{2}){0,2})";
    private static final Pattern ZONE =
            Pattern.compile(NAME + OFFSET + "(?:" + NAME + OFFSET + "?(?:,([^,]+),([^,]+))?)?");
    private static final Pattern DATE = Pattern.compile("M(\\d{1,2})\\.([1-5])\\.([0-6])(?:/" + OFFSET + ")?");

    /** What the tz database's own default is where a zone with summer time gives no rules. */
    private static final String DEFAULT_START = "M3.2.0";

    private static final String DEFAULT_END = "M11.1.0";

    private final ZoneOffset standard;
    private final ZoneOffset summer;
    private final Optional<Change> start;
    private final Optional<Change> end;

    /** A change in each year: the n-th such weekday of a month (5: the last), at a local time. */
    private record Change(int month, int week, DayOfWeek day, int time) {

        static Optional<Change> read(String text) {
            Matcher date = DATE.matcher(text);
            if (!date.matches()) {
                return Optional.empty();
            }
            DayOfWeek day = DayOfWeek.SUNDAY.plus(Integer.parseInt(date.group(3)));
            int time = date.group(4) == null ? 2 * 3600 : seconds(date.group(4));
            return Optional.of(new Change(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), day, time));
        }

        /** Java's rules name the earliest day of the month instead of the week, and -1 for the last week. */
        boolean is(ZoneOffsetTransitionRule rule) {
            int earliest = week == 5 ? -1 : 1 + 7 * (week - 1);
            int dayOfMonth = rule.getDayOfMonthIndicator();
            boolean last = week == 5 && dayOfMonth == rule.getMonth().minLength() - 6;
            LocalTime local = rule.getLocalTime();
            int shift = switch (rule.getTimeDefinition()) {
                case WALL -> 0;
                case STANDARD ->
                    rule.getOffsetBefore().getTotalSeconds()
                            - rule.getStandardOffset().getTotalSeconds();
                case UTC -> rule.getOffsetBefore().getTotalSeconds();
            };
            int wall = (rule.isMidnightEndOfDay() ? 86_400 : local.toSecondOfDay()) + shift;
            return rule.getMonth() == Month.of(month)
                    && (dayOfMonth == earliest || last)
                    && day.equals(rule.getDayOfWeek())
                    && wall == time;
        }
    }

    private PosixTimeZone(ZoneOffset standard, ZoneOffset summer, Optional<Change> start, Optional<Change> end) {
        this.standard = standard;
        this.summer = summer;
        this.start = start;
        this.end = end;
    }

    /** Makes the zone of a {@code TZ} that holds rules this program's own; does nothing for the name of a zone. */
    static void adopt(String tz) {
        String rules = tz.startsWith(":") ? tz.substring(1) : tz;
        // names hold no digits but for those that are the tz database's own, which Java knows
        if (rules.indexOf(',') >= 0 || rules.startsWith("<") || rules.matches("[A-Za-z]{3,}[+-]?\\d.*")) {
            find(rules).map(TimeZone::getTimeZone).ifPresent(TimeZone::setDefault);
        }
    }

    /** Returns a zone whose present rules are those of the text; empty where it is no such text, or there is no such zone. */
    static Optional<ZoneId> find(String text) {
        return read(text).flatMap(PosixTimeZone::zone);
    }

    private static Optional<PosixTimeZone> read(String text) {
        Matcher zone = ZONE.matcher(text);
        if (!zone.matches()) {
            return Optional.empty();
        }
        // west of Greenwich is positive here
        ZoneOffset standard = ZoneOffset.ofTotalSeconds(-seconds(zone.group(1)));
        boolean hasSummer = !text.substring(zone.end(1)).isEmpty();
        if (!hasSummer) {
            return Optional.of(new PosixTimeZone(standard, standard, Optional.empty(), Optional.empty()));
        }
        ZoneOffset summer = zone.group(2) == null
                ? ZoneOffset.ofTotalSeconds(standard.getTotalSeconds() + 3600)
                : ZoneOffset.ofTotalSeconds(-seconds(zone.group(2)));
        Optional<Change> start = Change.read(zone.group(3) == null ? DEFAULT_START : zone.group(3));
        Optional<Change> end = Change.read(zone.group(4) == null ? DEFAULT_END : zone.group(4));
        return start.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(new PosixTimeZone(standard, summer, start, end));
    }

    private Optional<ZoneId> zone() {
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.of(ZoneId.ofOffset("GMT", standard));
        }
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> hasSameRules(zone.getRules(), start.get(), end.get()))
                .findFirst();
    }

    private boolean hasSameRules(ZoneRules rules, Change intoSummer, Change outOfSummer) {
        if (rules.getTransitionRules().size() != 2
                || !rules.getStandardOffset(Instant.now()).equals(standard)) {
            return false;
        }
        return rules.getTransitionRules().stream()
                .allMatch(rule -> rule.getOffsetAfter().equals(summer)
                        ? intoSummer.is(rule)
                        : rule.getOffsetAfter().equals(standard) && outOfSummer.is(rule));
    }

    private static int seconds(String text) {
        String[] parts = text.replaceFirst("^[+-]", "").split(":", -1);
        int seconds = 0;
        int unit = 3600;
        for (String part : parts) {
            seconds += Integer.parseInt(part) * unit;
            unit /= 60;
        }
        return text.startsWith("-") ? -seconds : seconds;
    }
}
