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
     * Adds a box behind the others, making the file (mode 0600) and its folder where they are missing. The paths of the
     * box are absolute.
     *
     * @throws dev.monsh.failure.ConfigurationException where the file has faults
     * @throws dev.monsh.failure.ConflictException where there is a box of this name, or the file changed meanwhile
     */
    void add(Box box);

    /**
     * Removes a box, and {@code current} with it where that names it.
     *
     * @throws dev.monsh.failure.UsageException where there is no box of this name
     * @throws dev.monsh.failure.ConflictException where the file changed meanwhile
     */
    void remove(String name);

    /**
     * Makes a box the one that commands go to.
     *
     * @throws dev.monsh.failure.UsageException where there is no box of this name
     * @throws dev.monsh.failure.ConflictException where the file changed meanwhile
     */
    void use(String name);

    /** Tells whether the configuration already says what an entry says. */
    boolean hasGateway(GatewayEntry entry);

    /**
     * Writes a gateway: its host, user and public host, and the account's region and security group. What else is there
     * about the gateway stays as it is.
     *
     * @throws dev.monsh.failure.ConflictException where the file changed meanwhile
     */
    void putGateway(GatewayEntry entry);
}
