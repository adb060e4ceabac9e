package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.Dashboard;
import java.util.List;

/** The state after an event, and what is to be done outside. */
public record Step(Dashboard state, List<Wish> wishes) {

    public Step {
        wishes = List.copyOf(wishes);
    }

    static Step to(Dashboard state) {
        return new Step(state, List.of());
    }

    static Step to(Dashboard state, Wish wish) {
        return new Step(state, List.of(wish));
    }
}
