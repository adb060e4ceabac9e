package dev.monsh.gateway.host;

import dev.monsh.edit.Bytes;
import java.util.Map;

/**
 * A connection to a host with a POSIX shell. All methods throw:
 *
 * <ul>
 *   <li>{@link dev.monsh.failure.UnreachableException} where the connection can't be made, or breaks
 *   <li>{@link dev.monsh.failure.RefusedException} where the host's key, the login or sudo is refused
 *   <li>{@link dev.monsh.failure.TimedOutException} where a script takes longer than it may
 * </ul>
 */
public interface RemoteHost extends AutoCloseable {

    /** Returns the host as the user knows it: {@code user@name}, with the port where it is not 22. */
    String name();

    /** Returns the name or address that was connected to, as the SSH configuration resolves it. */
    String address();

    /** Returns what a person types here to run a command on a host of that {@link #name}. */
    static String shellCommand(String name, String command) {
        int colon = name.indexOf(':');
        boolean port = colon > 0 && colon == name.lastIndexOf(':');
        return "ssh "
                + (port ? "-p " + name.substring(colon + 1) + " " + name.substring(0, colon) : name)
                + " " + command;
    }

    /**
     * Puts files into the connection's private folder on the host (mode 0700, removed with the connection). One of the same
     * name is written over.
     *
     * @param files bytes by plain file names
     * @return the folder's path on the host
     */
    String upload(Map<String, Bytes> files);

    /** Runs a script to its end. A status other than 0 is the caller's to judge. */
    ScriptResult run(RemoteRun run);

    /** Returns what asks ports from that host, where their addresses may mean something else than here. */
    PortProbe probe();

    /** Removes the private folder, where the host can still be reached, and ends the connection. */
    @Override
    void close();
}
