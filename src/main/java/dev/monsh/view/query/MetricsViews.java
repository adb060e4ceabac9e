package dev.monsh.view.query;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.metrics.Alert;
import dev.monsh.metrics.Cardinality;
import dev.monsh.metrics.Labels;
import dev.monsh.metrics.Rule;
import dev.monsh.metrics.ScrapeTarget;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import dev.monsh.view.UnitText;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the lists of Prometheus's own state look. */
public final class MetricsViews {

    private MetricsViews() {}

    /** Series, each as its selector; in JSON as an object of its labels. */
    public static ResultView<Labels> series() {
        return new ResultView<>(
                () -> Table.builder().left("series"),
                labels -> List.of(cell(labels.selector(), Style.PLAIN)),
                (json, labels) -> json.strings(labels.values()));
    }

    /**
     * Scrape targets.
     *
     * @param now the time against which ages are shown on a terminal; other forms have times
     */
    public static ResultView<ScrapeTarget> targets(OutputFormat format, Instant now) {
        boolean table = format == OutputFormat.TABLE;
        return new ResultView<>(
                () -> Table.builder()
                        .left("job")
                        .left("instance")
                        .left("health")
                        .left("last scrape")
                        .worth(1)
                        .right("took")
                        .worth(2)
                        .wrapped("error", 20),
                target -> List.of(
                        cell(target.job(), Style.PLAIN),
                        cell(target.instance(), Style.ACCENT),
                        cell(target.health(), health(target.health())),
                        cell(table ? age(target.lastScrape(), now) : utc(target.lastScrape()), Style.FAINT),
                        cell(table ? took(target.lastScrapeSeconds()) : target.lastScrapeSeconds(), Style.PLAIN),
                        cell(target.lastError(), Style.BAD)),
                (json, target) -> {
                    json.beginObject().member("job", target.job()).member("instance", target.instance());
                    json.member("health", target.health()).member("url", target.url());
                    json.member("last_scrape", target.lastScrape());
                    json.name("last_scrape_seconds").literal(number(target.lastScrapeSeconds()));
                    json.member("last_error", target.lastError());
                    json.name("labels").strings(target.labels().values()).endObject();
                });
    }

    public static ResultView<Rule> rules() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("group")
                        .left("type")
                        .left("name")
                        .left("health")
                        .left("state")
                        .cut("query", 20)
                        .cut("error", 12),
                rule -> List.of(
                        cell(rule.group(), Style.PLAIN),
                        cell(rule.type(), Style.FAINT),
                        cell(rule.name(), Style.ACCENT),
                        cell(rule.health(), health(rule.health())),
                        cell(rule.state(), state(rule.state())),
                        cell(rule.query(), Style.PLAIN),
                        cell(rule.lastError(), Style.BAD)),
                (json, rule) -> json.beginObject()
                        .member("group", rule.group())
                        .member("file", rule.file())
                        .member("type", rule.type())
                        .member("name", rule.name())
                        .member("query", rule.query())
                        .member("health", rule.health())
                        .member("state", rule.state())
                        .member("last_error", rule.lastError())
                        .endObject());
    }

    public static ResultView<Alert> alerts() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("alert")
                        .left("state")
                        .left("active since")
                        .right("value")
                        .cut("labels", 20),
                alert -> List.of(
                        cell(alert.name(), Style.ACCENT),
                        cell(alert.state(), state(alert.state())),
                        cell(utc(alert.activeAt()), Style.FAINT),
                        cell(alert.value(), Style.PLAIN),
                        cell(alert.labels().selector(), Style.PLAIN)),
                (json, alert) -> {
                    json.beginObject().member("alert", alert.name()).member("state", alert.state());
                    json.member("active_at", alert.activeAt()).member("value", alert.value());
                    json.name("labels").strings(alert.labels().values());
                    json.name("annotations")
                            .strings(alert.annotations().values())
                            .endObject();
                });
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
        return new ResultView<>(
                () -> Table.builder().left("what").cut("name", 20).right("count"),
                row -> List.of(
                        cell(row.subject(), Style.FAINT),
                        cell(row.name(), Style.ACCENT),
                        cell(Long.toString(row.value()), Style.PLAIN)),
                (json, row) -> json.beginObject()
                        .member("what", row.subject())
                        .member("name", row.name())
                        .name("count")
                        .value(row.value())
                        .endObject());
    }

    /** A target that has not been scraped yet has the year 1. */
    private static String age(String time, Instant now) {
        try {
            Instant then = OffsetDateTime.parse(time).toInstant();
            return then.isBefore(Instant.EPOCH) ? "never" : UnitText.duration(Duration.between(then, now)) + " ago";
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
