package dev.monsh.gateway.host;

import java.time.Duration;
import java.util.List;

/**
 * A call of a shell script that was uploaded.
 *
 * @param script its path on the host, as {@link RemoteHost#upload} gave it
 * @param arguments any text; never a secret, since everybody on the host can see a program's arguments
 * @param limit after which the script is given up
 * @param ending whether the script is ended at the limit; one that must bring a change to its end is not
 */
public record RemoteRun(Privilege privilege, String script, List<String> arguments, Duration limit, boolean ending) {

    public RemoteRun {
        arguments = List.copyOf(arguments);
    }
}
