package dev.monsh.view.grafana;

import dev.monsh.failure.NextStep;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.ServerHealth;
import dev.monsh.grafana.TokenRights;
import dev.monsh.grafana.dashboard.DashboardChange;
import dev.monsh.grafana.datasource.SourceCheck;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        return Columns.<Fact>of()
                .text("item", Fact::item)
                .style(Style.ACCENT)
                .text("value", Fact::value)
                .style(fact -> style(fact.good()))
                .wrapped(20)
                .member("good", (json, fact) -> fact.good().ifPresentOrElse(json::value, json::nullValue))
                .view();
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
        return Columns.<KnownSource>of()
                .text("name", known -> known.source().name())
                .style(Style.ACCENT)
                .cut(8)
                .text("type", known -> known.source().type())
                .worth(4)
                .text("url", known -> known.source().url())
                .cut(12)
                .text("uid", known -> known.source().uid())
                .style(Style.FAINT)
                .worth(1)
                .optional("box", KnownSource::box)
                .text("default", known -> known.source().isDefault() ? "yes" : "")
                .json((json, known) -> json.name("default").value(known.source().isDefault()))
                .worth(2)
                .text("read-only", known -> known.source().isReadOnly() ? "yes" : "")
                .json((json, known) ->
                        json.name("read_only").value(known.source().isReadOnly()))
                .style(Style.WARNING)
                .worth(3)
                .view();
    }

    /** Returns the view of {@code grafana datasource test}; {@code words} says what can be done next. */
    public static ResultView<SourceCheck> checks(Function<NextStep, String> words) {
        return Columns.<SourceCheck>of()
                .text("data source", SourceCheck::source)
                .style(Style.ACCENT)
                .cut(8)
                .text("check", check -> check.subject().word())
                .text("result", check -> check.result().word())
                .style(check -> style(check.result()))
                .text("what", SourceCheck::words)
                .wrapped(16)
                .optional("next", check -> check.next().map(words))
                .style(Style.FAINT)
                .wrapped(12)
                .view();
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
        return Columns.<DashboardChange>of()
                .text("name", change -> change.wanted().name())
                .style(Style.ACCENT)
                .text("uid", change -> change.wanted().uid())
                .worth(1)
                .text("state", change -> change.state().word())
                .style(change -> style(change.state()))
                .text("version", GrafanaViews::version)
                .right()
                .text("changed by", GrafanaViews::changedBy)
                .view();
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
