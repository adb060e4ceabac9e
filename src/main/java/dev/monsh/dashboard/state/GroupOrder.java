package dev.monsh.dashboard.state;

import java.time.Instant;
import java.util.List;

/**
 * The order in which the groups are shown. It is kept for a while, so that rows do not jump about under a person's eyes.
 *
 * @param names of all groups
 * @param since when it was made
 */
public record GroupOrder(List<String> names, Instant since) {

    public GroupOrder {
        names = List.copyOf(names);
    }

    public static GroupOrder none() {
        return new GroupOrder(List.of(), Instant.EPOCH);
    }
}
