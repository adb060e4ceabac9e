package dev.monsh.app.names;

import dev.monsh.cli.completion.Name;
import java.time.Instant;
import java.util.List;

/**
 * What a server answered to a question about its names.
 *
 * @param asOf when it answered
 */
record KnownNames(List<Name> names, Instant asOf) {

    /** More than a person would look through, and a bound for the file. */
    static final int MOST = 20_000;

    KnownNames {
        names = List.copyOf(names.size() > MOST ? names.subList(0, MOST) : names);
    }
}
