package dev.monsh.adapter.nativeengine.process;

import java.net.URI;
import java.nio.file.Path;

/**
 * A process that this monsh has just started.
 *
 * @param output the file that gets what it prints
 */
public record Started(Launch launch, Child child, Process process, Path output) {

    /** Returns the URL of a path on the port that it was told to listen on. */
    public URI url(String path) {
        return Loopback.url(child.port(), path);
    }
}
