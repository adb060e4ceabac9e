package dev.monsh.view.gateway;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.gateway.check.Hop;
import dev.monsh.gateway.transaction.ApplyOutcome;
import dev.monsh.gateway.transaction.JournalEntry;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.util.List;
import java.util.Optional;

/** How the gateway's journal and its checks look. */
public final class GatewayHostViews {

    private GatewayHostViews() {}

    /** Returns the view of changes. */
    public static ResultView<JournalEntry> history() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("id")
                        .left("time")
                        .left("user")
                        .left("result")
                        .left("change")
                        .left("detail"),
                entry -> List.of(
                        cell(entry.id(), Style.ACCENT),
                        cell(time(entry), Style.PLAIN),
                        cell(entry.user(), Style.PLAIN),
                        cell(result(entry), entry.applied() ? Style.GOOD : Style.BAD),
                        cell(entry.summary(), Style.PLAIN),
                        cell(detail(entry), Style.PLAIN)),
                (json, entry) -> json.beginObject()
                        .member("id", entry.id())
                        .member("time", time(entry))
                        .member("user", entry.user())
                        .member("result", result(entry))
                        .member("change", entry.summary())
                        .member("detail", detail(entry))
                        .member("file", entry.path())
                        .member("before", entry.oldFingerprint())
                        .member("after", entry.newFingerprint())
                        .endObject());
    }

    private static String time(JournalEntry entry) {
        return entry.time().map(String::valueOf).orElse("");
    }

    /** Returns what came of a change in one word or two. */
    public static String result(JournalEntry entry) {
        return entry.outcome().map(GatewayHostViews::word).orElse("unfinished");
    }

    private static String word(ApplyOutcome outcome) {
        return switch (outcome) {
            case ApplyOutcome.Applied _ -> "applied";
            case ApplyOutcome.RolledBack _ -> "rolled back";
            case ApplyOutcome.Unconfirmed _ -> "unconfirmed";
            case ApplyOutcome.Superseded _ -> "superseded";
            case ApplyOutcome.Locked _,
                    ApplyOutcome.Stale _,
                    ApplyOutcome.PortTaken _,
                    ApplyOutcome.NotTransferred _,
                    ApplyOutcome.AlreadyBroken _,
                    ApplyOutcome.NotRunning _,
                    ApplyOutcome.Invalid _,
                    ApplyOutcome.Warned _,
                    ApplyOutcome.Unchanged _ -> "refused";
        };
    }

    /** Returns what more there is to say of what came of a change; may be empty. */
    public static String detail(JournalEntry entry) {
        Optional<String> detail = entry.outcome().map(outcome -> switch (outcome) {
            case ApplyOutcome.Applied applied -> applied.note();
            case ApplyOutcome.RolledBack failed -> failed.reason();
            case ApplyOutcome.Unconfirmed failed -> failed.reason();
            case ApplyOutcome.Superseded failed -> failed.reason();
            case ApplyOutcome.Unchanged failed -> failed.reason();
            case ApplyOutcome.Locked(String by) -> "another change was being applied by " + by;
            case ApplyOutcome.Stale(String file) -> file + " had been changed";
            case ApplyOutcome.PortTaken(String reason) -> "port " + reason;
            case ApplyOutcome.NotTransferred(String reason) -> reason;
            case ApplyOutcome.AlreadyBroken(String complaint) -> complaint;
            case ApplyOutcome.NotRunning() -> "nginx was not running";
            case ApplyOutcome.Invalid(String complaint) -> complaint;
            case ApplyOutcome.Warned(String complaint) -> complaint;
        });
        return detail.orElse("last step: " + entry.lastStep());
    }

    /** Returns the view of a check's hops. */
    public static ResultView<Hop> hops() {
        return new ResultView<>(
                () -> Table.builder().left("hop").left("state").left("detail"),
                hop -> List.of(
                        cell(hop.name(), Style.ACCENT),
                        cell(hop.good() ? "good" : "bad", hop.good() ? Style.GOOD : Style.BAD),
                        cell(hop.detail(), Style.PLAIN)),
                (json, hop) -> json.beginObject()
                        .member("hop", hop.name())
                        .name("good")
                        .value(hop.good())
                        .member("detail", hop.detail())
                        .endObject());
    }
}
