package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.Alert;
import dev.monsh.metrics.Cardinality;
import dev.monsh.metrics.Rule;
import dev.monsh.metrics.ScrapeTarget;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import dev.monsh.view.UnitText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the lists of Prometheus's own state look. */
public final class MetricsViews {

    private MetricsViews() {}

    /** Names or values, one a row. */
    public static ResultView<String> names(String column) {
        return Columns.<String>of().text(column, text -> text).view((json, text) -> json.value(text));
    }

    /** Series, each as its selector; in JSON as an object of its labels. */
    public static ResultView<Labels> series() {
        return Columns.<Labels>of()
                .text("series", Labels::selector)
                .wrapped(20)
                .view((json, labels) -> json.strings(labels.values()));
    }

    /**
     * Scrape targets.
     *
     * @param now the time against which ages are shown to people; other forms have times
     */
    public static ResultView<ScrapeTarget> targets(Instant now) {
        return Columns.<ScrapeTarget>of()
                .text("job", ScrapeTarget::job)
                .shared()
                .text("instance", ScrapeTarget::instance)
                .style(Style.ACCENT)
                .text("health", ScrapeTarget::health)
                .style(target -> health(target.health()))
                .member("url", ScrapeTarget::url)
                .text("last scrape", target -> utc(target.lastScrape()))
                .json((json, target) -> json.member("last_scrape", target.lastScrape()))
                .readable(target -> age(target.lastScrape(), now))
                .style(Style.FAINT)
                .worth(1)
                .text("took", ScrapeTarget::lastScrapeSeconds)
                .json((json, target) -> json.name("last_scrape_seconds").literal(number(target.lastScrapeSeconds())))
                .readable(target -> took(target.lastScrapeSeconds()))
                .right()
                .worth(2)
                .text("error", ScrapeTarget::lastError)
                .json("last_error")
                .style(Style.BAD)
                // the address that Prometheus asked is in it, and should be seen whole
                .wrapped(34)
                .member("labels", (json, target) -> json.strings(target.labels().values()))
                .view();
    }

    public static ResultView<Rule> rules() {
        return Columns.<Rule>of()
                .text("group", Rule::group)
                .shared()
                .worth(2)
                .member("file", Rule::file)
                .text("type", Rule::type)
                .style(Style.FAINT)
                .worth(1)
                .text("name", Rule::name)
                .style(Style.ACCENT)
                .text("health", Rule::health)
                .style(rule -> health(rule.health()))
                .text("state", Rule::state)
                .style(rule -> state(rule.state()))
                .worth(3)
                .text("query", Rule::query)
                .cut(16)
                .text("error", Rule::lastError)
                .json("last_error")
                .style(Style.BAD)
                .wrapped(12)
                .jsonOrder("group", "file", "type", "name", "query")
                .view();
    }

    /** Alerts, with the age of each. */
    public static ResultView<Alert> alerts(Instant now) {
        return Columns.<Alert>of()
                .text("alert", Alert::name)
                .style(Style.ACCENT)
                .text("state", Alert::state)
                .style(alert -> state(alert.state()))
                .text("active since", alert -> utc(alert.activeAt()))
                .json((json, alert) -> json.member("active_at", alert.activeAt()))
                .readable(alert -> age(alert.activeAt(), now))
                .style(Style.FAINT)
                .text("value", Alert::value)
                .right()
                .worth(1)
                .text("labels", alert -> alert.labels().selector())
                .json((json, alert) ->
                        json.name("labels").strings(alert.labels().values()))
                .wrapped(20)
                .member(
                        "annotations",
                        (json, alert) -> json.strings(alert.annotations().values()))
                .view();
    }

    /** One line of the cardinality report. */
    public record CardinalityRow(String subject, String name, long value) {}

    /** Returns a report as rows, the totals first. */
    public static List<CardinalityRow> rows(Cardinality cardinality) {
        List<CardinalityRow> rows = new ArrayList<>();
        rows.add(new CardinalityRow("total", "series", cardinality.series()));
        rows.add(new CardinalityRow("total", "chunks", cardinality.chunks()));
        for (Cardinality.Ranking ranking : cardinality.tables()) {
            ranking.counts()
                    .forEach(count -> rows.add(new CardinalityRow(ranking.subject(), count.name(), count.value())));
        }
        return rows;
    }

    public static ResultView<CardinalityRow> cardinality() {
        return Columns.<CardinalityRow>of()
                .text("what", CardinalityRow::subject)
                .style(Style.FAINT)
                .text("name", CardinalityRow::name)
                .style(Style.ACCENT)
                .cut(20)
                .number("count", CardinalityRow::value)
                .view();
    }

    /** A target that has not been scraped yet has the year 1. */
    private static String age(String time, Instant now) {
        try {
            Instant then = OffsetDateTime.parse(time).toInstant();
            return then.isBefore(Instant.EPOCH) ? "never" : UnitText.age(then, now);
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    private static String took(String seconds) {
        try {
            return UnitText.seconds(Double.parseDouble(seconds));
        } catch (NumberFormatException e) {
            return seconds;
        }
    }

    /** Prometheus writes some of its times in the zone of its own machine. */
    private static String utc(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant().toString();
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    private static String number(String text) {
        return text.isEmpty() ? "null" : text;
    }

    private static Style health(String health) {
        return switch (health.toLowerCase(Locale.ROOT)) {
            case "up", "ok" -> Style.GOOD;
            case "down", "err" -> Style.BAD;
            default -> Style.WARNING;
        };
    }

    private static Style state(String state) {
        return switch (state) {
            case "firing" -> Style.BAD;
            case "pending" -> Style.WARNING;
            default -> Style.PLAIN;
        };
    }
}
