package dev.monsh.logfile;

import dev.monsh.failure.Problem;

/**
 * A volume of the Promtail service in the Compose file.
 *
 * @param source as it is written: a folder of the machine, or the name of a volume
 * @param target the folder inside of the container
 * @param index of the entry in {@code volumes}, from 0
 * @param place where the entry stands; its message is empty
 */
public record Mount(String source, String target, int index, Problem place) {

    /** Returns whether a folder of the machine is mounted: what begins with none of these is the name of a volume. */
    public boolean isBind() {
        return source.startsWith("/") || source.startsWith(".") || source.startsWith("~") || source.startsWith("$");
    }
}
