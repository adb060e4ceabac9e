package dev.monsh.box;

import java.nio.file.Path;

/** A change of the configuration file that is decided and not made yet. */
public interface ConfigurationChange {

    /** Returns the file that is to change. */
    Path file();

    /** Returns what {@code diff -u} prints of it; empty where the file is to stay as it is. */
    byte[] diff();

    /**
     * Makes the change.
     *
     * @throws dev.monsh.failure.ConflictException where the file was changed by somebody else since it was read
     */
    void make();
}
