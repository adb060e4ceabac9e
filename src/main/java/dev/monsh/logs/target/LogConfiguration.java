package dev.monsh.logs.target;

import dev.monsh.mount.Mount;
import java.util.Collection;
import java.util.Optional;

/**
 * Reads and edits the two files that a log file stands in. An edit returns the new content and changes nothing else in it.
 * All methods throw {@link dev.monsh.failure.ConfigurationException} where the content can't be read, or not be edited
 * without changing more, with file, line and column; {@code file} is its name as the user knows it.
 */
public interface LogConfiguration {

    /** Reads Promtail's configuration. */
    PromtailConfig promtail(String file, byte[] content);

    /** Finds the service that runs Promtail in a Compose file: by its name, else by its image. */
    Optional<PromtailService> compose(String file, byte[] content);

    /** Adds a scrape configuration with one target in the shape of the manual. */
    byte[] addTarget(String file, byte[] content, NewTarget target);

    /** Removes targets; a scrape configuration that is left without any goes with them. */
    byte[] removeTargets(String file, byte[] content, Collection<LogTarget> targets);

    /** Adds a volume to the service, in Compose's short form. */
    byte[] addVolume(PromtailService service, byte[] content, String volume);

    /** Removes those volumes of the service that stand in its own list. */
    byte[] removeVolumes(PromtailService service, byte[] content, Collection<Mount> mounts);

    /**
     * A target to add.
     *
     * @param path as Promtail sees it
     */
    record NewTarget(String job, String service, String path) {}
}
