package dev.monsh.view.grafana;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.ServerHealth;
import dev.monsh.grafana.TokenRights;
import dev.monsh.grafana.dashboard.DashboardChange;
import dev.monsh.grafana.datasource.SourceCheck;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a Grafana, its data sources and its dashboards look. */
public final class GrafanaViews {

    private GrafanaViews() {}

    /** One line of {@code grafana status}. */
    public record Fact(String item, String value, Optional<Boolean> good) {}

    /** Returns the lines of {@code grafana status}. */
    public static List<Fact> facts(String address, ServerHealth health, TokenRights rights) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("address", address, Optional.empty()));
        facts.add(new Fact("version", health.version().isEmpty() ? "hidden" : health.version(), Optional.empty()));
        facts.add(new Fact("database", health.database(), Optional.of(health.isGood())));
        for (TokenRights.Right right : rights.needed()) {
            String scopes = String.join(" ", right.scopes());
            String value = right.granted() ? "yes" + (scopes.isEmpty() ? "" : " " + scopes) : "no";
            facts.add(new Fact(right.action(), value, Optional.of(right.granted())));
        }
        return facts;
    }

    /** Returns the view of {@code grafana status}. */
    public static ResultView<Fact> status() {
        return new ResultView<>(
                () -> Table.builder().left("item").left("value"),
                fact -> List.of(cell(fact.item(), Style.ACCENT), cell(fact.value(), style(fact.good()))),
                (json, fact) -> {
                    json.beginObject()
                            .member("item", fact.item())
                            .member("value", fact.value())
                            .name("good");
                    fact.good().ifPresentOrElse(json::value, json::nullValue);
                    json.endObject();
                });
    }

    private static Style style(Optional<Boolean> good) {
        return good.map(each -> each ? Style.GOOD : Style.BAD).orElse(Style.PLAIN);
    }

    /**
     * A data source and the box that it leads to.
     *
     * @param box empty for one that monsh does not know
     */
    public record KnownSource(DataSource source, Optional<String> box) {}

    /** Returns the view of {@code grafana datasource list}. */
    public static ResultView<KnownSource> sources() {
        return new ResultView<>(
                () -> Table.builder()
                        .cut("name", 8)
                        .left("type")
                        .cut("url", 12)
                        .left("uid")
                        .left("box")
                        .left("default")
                        .left("read-only"),
                known -> List.of(
                        cell(known.source().name(), Style.ACCENT),
                        cell(known.source().type(), Style.PLAIN),
                        cell(known.source().url(), Style.PLAIN),
                        cell(known.source().uid(), Style.FAINT),
                        cell(known.box().orElse(""), Style.PLAIN),
                        cell(known.source().isDefault() ? "yes" : "", Style.PLAIN),
                        cell(known.source().isReadOnly() ? "yes" : "", Style.WARNING)),
                (json, known) -> {
                    json.beginObject()
                            .member("name", known.source().name())
                            .member("type", known.source().type())
                            .member("url", known.source().url())
                            .member("uid", known.source().uid())
                            .name("box");
                    known.box().ifPresentOrElse(json::value, json::nullValue);
                    json.name("default")
                            .value(known.source().isDefault())
                            .name("read_only")
                            .value(known.source().isReadOnly())
                            .endObject();
                });
    }

    /** Returns the view of {@code grafana datasource test}. */
    public static ResultView<SourceCheck> checks() {
        return new ResultView<>(
                () -> Table.builder()
                        .cut("data source", 8)
                        .left("check")
                        .left("result")
                        .cut("what", 24)
                        .cut("next", 12)
                        .worth(1),
                check -> List.of(
                        cell(check.source(), Style.ACCENT),
                        cell(check.subject().word(), Style.PLAIN),
                        cell(check.result().word(), style(check.result())),
                        cell(check.words(), Style.PLAIN),
                        cell(check.next().orElse(""), Style.FAINT)),
                (json, check) -> {
                    json.beginObject()
                            .member("data_source", check.source())
                            .member("check", check.subject().word())
                            .member("result", check.result().word())
                            .member("what", check.words())
                            .name("next");
                    check.next().ifPresentOrElse(json::value, json::nullValue);
                    json.endObject();
                });
    }

    private static Style style(SourceCheck.Result result) {
        return switch (result) {
            case OK -> Style.GOOD;
            case FAILED -> Style.BAD;
            case SKIPPED -> Style.FAINT;
        };
    }

    /** Returns the view of {@code grafana dashboard list}. */
    public static ResultView<DashboardChange> dashboards() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("name")
                        .left("uid")
                        .left("state")
                        .right("version")
                        .left("changed by"),
                change -> List.of(
                        cell(change.wanted().name(), Style.ACCENT),
                        cell(change.wanted().uid(), Style.PLAIN),
                        cell(change.state().word(), style(change.state())),
                        cell(version(change), Style.PLAIN),
                        cell(changedBy(change), Style.PLAIN)),
                (json, change) -> json.beginObject()
                        .member("name", change.wanted().name())
                        .member("uid", change.wanted().uid())
                        .member("state", change.state().word())
                        .member("version", version(change))
                        .member("changed_by", changedBy(change))
                        .endObject());
    }

    private static String version(DashboardChange change) {
        return change.found().map(each -> Long.toString(each.version())).orElse("");
    }

    private static String changedBy(DashboardChange change) {
        return change.found().map(each -> each.changedBy()).orElse("");
    }

    private static Style style(DashboardChange.State state) {
        return switch (state) {
            case SAME -> Style.GOOD;
            case MISSING -> Style.FAINT;
            case DIFFERENT -> Style.WARNING;
        };
    }
}
