package dev.monsh.box;

/**
 * The configuration file. Every change is an edit of the file that a person wrote: it keeps all other bytes, and the
 * file's owner and mode.
 */
public interface BoxStore {

    /**
     * Reads the configuration; without a file, and in a file without boxes, there is the one box of {@link LocalBox}.
     *
     * @throws dev.monsh.failure.ConfigurationException with all faults of the file, or where a file that the user named
     *     does not exist
     * @throws dev.monsh.failure.RefusedException where the file can't be read
     */
    Configuration load();

    /**
     * Plans to add a box after the others, and to make the file (mode 0600) and its folder where they are missing. The
     * paths of the box are absolute.
     *
     * @throws dev.monsh.failure.ConfigurationException where the file has faults
     * @throws dev.monsh.failure.ConflictException where there is a box of this name
     */
    ConfigurationChange add(Box box);

    /**
     * Plans to remove a box, and {@code current} with it where that names it.
     *
     * @throws dev.monsh.failure.UsageException where there is no box of this name
     */
    ConfigurationChange remove(String name);

    /**
     * Plans to make a box the one that commands go to.
     *
     * @throws dev.monsh.failure.UsageException where there is no box of this name
     */
    ConfigurationChange use(String name);
}
