package dev.monsh.stack;

import java.nio.file.Path;

/** Reads the files that describe a stack. */
public interface StackFiles {

    /**
     * Reads the stack of a folder: of the Compose file that Compose itself would take there; without one, of the manual's
     * configuration files that lie there.
     *
     * @throws dev.monsh.failure.ConfigurationException with every fault and its place, or where the folder holds no stack
     * @throws dev.monsh.failure.RefusedException where a file can't be read
     */
    StackReading read(Path folder);

    /**
     * Reads the stack of a Compose file, with the override file beside it.
     *
     * @throws dev.monsh.failure.ConfigurationException with every fault and its place
     * @throws dev.monsh.failure.RefusedException where a file can't be read
     */
    StackReading read(Path folder, Path composeFile);
}
