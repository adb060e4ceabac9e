package dev.monsh.gateway.transaction;

import dev.monsh.failure.RejectedException;
import java.util.List;
import java.util.Optional;

/**
 * What a look at the gateway gave.
 *
 * @param trouble why no change can be made now, with what to do about it; empty where one can
 * @param down whether nginx does not run, or would not start with its present configuration
 * @param untold changes whose outcome nobody was told of yet, since a connection broke; they count as told from now on
 */
public record GatewayReading(
        GatewayFile file, Optional<RejectedException> trouble, boolean down, List<JournalEntry> untold) {

    public GatewayReading {
        untold = List.copyOf(untold);
    }
}
