package dev.monsh.stack.demo;

import dev.monsh.stack.engine.Ended;
import java.nio.file.Path;
import java.util.List;

/**
 * What a stop ended; empty when nothing ran.
 *
 * @param folder the demo's folder, which stays with its configuration and logs
 */
public record DemoStopped(List<Ended> ended, Path folder) {

    public DemoStopped {
        ended = List.copyOf(ended);
    }
}
