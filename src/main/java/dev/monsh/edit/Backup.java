package dev.monsh.edit;

import java.nio.file.Path;

/** Whether the old content of a file is kept, and where. */
public sealed interface Backup {

    /** It is not. */
    record None() implements Backup {}

    /** Beside the file, as {@code NAME.20261122T103000Z.bak}; a number is added where that is taken. */
    record Beside() implements Backup {}

    /** In a folder, which is made where it is missing, under the same kind of name. */
    record In(Path folder) implements Backup {}
}
