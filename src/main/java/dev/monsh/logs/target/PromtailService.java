package dev.monsh.logs.target;

import dev.monsh.mount.Mount;
import java.util.List;

/**
 * The service of a Compose file that runs Promtail.
 *
 * @param file as the user knows it
 * @param name its key below {@code services}
 * @param mounts in the order of the file
 */
public record PromtailService(String file, String name, List<Mount> mounts) {

    public PromtailService {
        mounts = List.copyOf(mounts);
    }
}
