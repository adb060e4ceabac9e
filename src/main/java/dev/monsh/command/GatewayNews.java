package dev.monsh.command;

import dev.monsh.gateway.host.JournalEntry;
import dev.monsh.terminal.Console;
import dev.monsh.view.GatewayHostViews;

/** Tells of changes of the gateway that an earlier call did not see the end of, since its connection broke. */
record GatewayNews(Console console) {

    void tell(JournalEntry entry) {
        String detail = GatewayHostViews.detail(entry);
        console.note("change " + entry.id() + " (" + entry.summary() + "), whose end was not seen: "
                + GatewayHostViews.result(entry) + (detail.isEmpty() ? "" : ": " + detail));
    }
}
