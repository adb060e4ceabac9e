package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.Feed;
import java.time.Instant;

/** What came of asking a source. */
public sealed interface Reading<T> {

    /** It answered. */
    record Value<T>(T value) implements Reading<T> {}

    /**
     * It did not.
     *
     * @param why one sentence; may hold text of a server
     */
    record Failure<T>(String why) implements Reading<T> {}

    /** Returns the source's state after this. */
    default Feed<T> into(Feed<T> feed, Instant now) {
        return switch (this) {
            case Value<T>(T value) -> feed.came(value, now);
            case Failure<T>(String why) -> feed.failed(why);
        };
    }
}
