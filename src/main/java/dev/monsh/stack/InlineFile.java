package dev.monsh.stack;

import dev.monsh.failure.Problem;
import java.util.Optional;

/**
 * A file that a service gets from a config of the Compose file, not from a file of this machine.
 *
 * @param service that gets it
 * @param target its path inside
 * @param name of the config
 * @param content empty where only the engine knows it
 * @param why in words where its content comes from, such as {@code external}
 * @param place of the config, or of its content
 */
public record InlineFile(
        String service, String target, String name, Optional<String> content, String why, Problem place) {

    /** Returns the file at another place. */
    public InlineFile at(Problem other) {
        return new InlineFile(service, target, name, content, why, other);
    }
}
