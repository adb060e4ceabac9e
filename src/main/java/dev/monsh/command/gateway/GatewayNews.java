package dev.monsh.command.gateway;

import dev.monsh.gateway.transaction.JournalEntry;
import dev.monsh.terminal.Console;
import dev.monsh.view.gateway.GatewayHostViews;

/** Tells of changes of the gateway that an earlier call did not see the end of, since its connection broke. */
record GatewayNews(Console console) {

    void tell(JournalEntry entry) {
        String detail = GatewayHostViews.detail(entry);
        console.note("change " + entry.id() + " (" + entry.summary() + "), whose outcome was never reported: "
                + GatewayHostViews.result(entry) + (detail.isEmpty() ? "" : ": " + detail));
    }
}
