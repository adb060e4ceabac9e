package dev.monsh.stack;

import java.nio.file.Path;

/** Reads the files that describe a stack. */
public interface StackFiles {

    /**
     * Reads the stack of a folder: of the Compose file that Compose itself would take there; without one, of the manual's
     * configuration files that lie there.
     *
     * @return also where some of it cannot be read: see {@link StackReading#faults}
     * @throws dev.monsh.failure.ConfigurationException where the folder holds no stack, or nothing of it can be read
     * @throws dev.monsh.failure.RefusedException where a file can't be read
     */
    StackReading read(Path folder);

    /**
     * Reads the stack of a Compose file, with the override file beside it.
     *
     * @return also where some of it cannot be read: see {@link StackReading#faults}
     * @throws dev.monsh.failure.ConfigurationException where nothing of it can be read
     * @throws dev.monsh.failure.RefusedException where a file can't be read
     */
    StackReading read(Path folder, Path composeFile);
}
