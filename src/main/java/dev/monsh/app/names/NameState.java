package dev.monsh.app.names;

import java.time.Instant;
import java.util.Optional;

/** Why the names that completion shows may be missing or old. */
public sealed interface NameState {

    /** Returns when the names that are shown were right; empty where there are none. */
    Optional<Instant> asOf();

    /** The server has been asked and has not answered yet. */
    record Asking(Optional<Instant> asOf) implements NameState {}

    /** The server could not be asked. */
    record NoAnswer(String why, Optional<Instant> asOf) implements NameState {}
}
