package dev.monsh.box;

import java.nio.file.Path;

/**
 * Where a secret comes from. The secret itself is read only when a request needs it, and is in none of these values, so
 * that printing them gives nothing away.
 */
public sealed interface Secret {

    /** The value of an environment variable. */
    record FromEnvironment(String variable) implements Secret {}

    /** The first line of a file that nobody else may read. */
    record FromFile(Path file) implements Secret {}

    /** The first line that a command prints; run by {@code sh -c}. */
    record FromCommand(String command) implements Secret {}
}
