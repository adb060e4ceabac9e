package dev.monsh.os;

import java.nio.file.Path;

/** What a program reads on its standard input. */
public sealed interface ProgramInput {

    /** Nothing: monsh's own input may be a script. */
    record None() implements ProgramInput {}

    /** A file or a device, for instance the terminal. */
    record FromFile(Path file) implements ProgramInput {}

    /** Bytes that are written to a pipe, which is closed then. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, from the caller to the run
    record Bytes(byte[] bytes) implements ProgramInput {}
}
