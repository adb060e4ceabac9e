package dev.monsh.view.gateway;

import dev.monsh.gateway.check.Hop;
import dev.monsh.gateway.transaction.ApplyOutcome;
import dev.monsh.gateway.transaction.JournalEntry;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.time.Instant;
import java.util.Optional;

/** How the gateway's journal and its checks look. */
public final class GatewayHostViews {

    private GatewayHostViews() {}

    /** Returns the view of changes. */
    public static ResultView<JournalEntry> history(Instant now) {
        return Columns.<JournalEntry>of()
                .text("id", JournalEntry::id)
                .style(Style.ACCENT)
                .time("time", now, JournalEntry::time)
                .json((json, entry) ->
                        json.member("time", entry.time().map(String::valueOf).orElse("")))
                .text("user", JournalEntry::user)
                .worth(1)
                .text("result", GatewayHostViews::result)
                .style(entry -> entry.applied() ? Style.GOOD : Style.BAD)
                .text("change", JournalEntry::summary)
                .wrapped(16)
                .text("detail", GatewayHostViews::detail)
                .wrapped(16)
                .member("file", JournalEntry::path)
                .member("before", JournalEntry::oldFingerprint)
                .member("after", JournalEntry::newFingerprint)
                .view();
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
        return Columns.<Hop>of()
                .text("hop", Hop::name)
                .style(Style.ACCENT)
                .text("state", hop -> hop.good() ? "good" : "bad")
                .json((json, hop) -> json.name("good").value(hop.good()))
                .style(hop -> hop.good() ? Style.GOOD : Style.BAD)
                .text("detail", Hop::detail)
                .wrapped(20)
                .view();
    }
}
