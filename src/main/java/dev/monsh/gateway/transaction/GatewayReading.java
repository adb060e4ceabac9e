package dev.monsh.gateway.transaction;

import java.util.List;

/**
 * What a look at the gateway gave.
 *
 * @param untold changes whose outcome nobody was told of yet, since a connection broke; they count as told from now on
 */
public record GatewayReading(GatewayFile file, List<JournalEntry> untold) {

    public GatewayReading {
        untold = List.copyOf(untold);
    }
}
