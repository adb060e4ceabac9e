package dev.monsh.dashboard.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest value of a source, and how it is doing. A source that fails keeps its last value.
 *
 * @param value empty until the first answer
 * @param at when the value came
 * @param failure why the last attempt failed, in one sentence; empty when it did not
 */
public record Feed<T>(Optional<T> value, Instant at, Optional<String> failure) {

    /** Returns a source that has not answered yet. */
    public static <T> Feed<T> waiting() {
        return new Feed<>(Optional.empty(), Instant.EPOCH, Optional.empty());
    }

    /** Returns it with a new value. */
    public Feed<T> came(T fresh, Instant now) {
        return new Feed<>(Optional.of(fresh), now, Optional.empty());
    }

    /** Returns it after an attempt that failed. */
    public Feed<T> failed(String why) {
        return new Feed<>(value, at, Optional.of(why));
    }

    /** Returns it without further patience: one that has not answered yet has failed. */
    public Feed<T> givenUp(String why) {
        return isWaiting() ? failed(why) : this;
    }

    /** Returns whether neither a value nor a failure has come yet. */
    public boolean isWaiting() {
        return value.isEmpty() && failure.isEmpty();
    }

    /** Returns how old a value is that can no longer be renewed; empty where the source is well. */
    public Optional<Duration> staleFor(Instant now) {
        return failure.isPresent() && value.isPresent() ? Optional.of(Duration.between(at, now)) : Optional.empty();
    }

    /** Returns the value, or another one until there is one. */
    public T or(T other) {
        return value.orElse(other);
    }
}
