package dev.monsh.stack.drift;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A service's configuration file, and where what it has loaded can be asked for.
 *
 * @param file on this machine
 * @param inside the file as the server itself names it
 * @param server where the server answers; empty where it can't be reached from here
 * @param replaced whether the server sees another file than the one that has the name now
 * @param variables whether the server puts variables of its environment into the text
 * @param asServed makes of the file's text what the server was given
 */
public record ObservedConfiguration(
        Path file,
        String inside,
        Optional<URI> server,
        boolean replaced,
        boolean variables,
        UnaryOperator<String> asServed) {

    /** Returns the folder of the file as the server names it. */
    public String folderInside() {
        int slash = inside.lastIndexOf('/');
        return slash < 0 ? "" : inside.substring(0, slash);
    }
}
