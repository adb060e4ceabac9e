package dev.monsh.stack.drift;

import java.util.Locale;

/** How something that runs differs from the files. */
public enum DriftKind {
    /** The files have the service, and nothing of it was ever started or it was removed. */
    MISSING,
    /** It runs and the files do not have it. */
    ORPHAN,
    /** It was started and does not run. */
    STATE,
    /** Another image, by name. */
    IMAGE,
    /** The name of its image now means another image than the one that runs. */
    IMAGE_ID,
    COMMAND,
    PORT,
    MOUNT,
    ENVIRONMENT,
    NETWORK,
    /** A setting that none of the kinds above covers. */
    DEFINITION,
    /** What the server has loaded is not what its configuration file says. */
    CONFIGURATION,
    /** The server sees a file that was replaced on this machine since. */
    REPLACED_FILE,
    /** The server does not tell what it has loaded, or its file can't be read: it may or may not have drifted. */
    UNREADABLE;

    /** Returns the word for output, such as {@code image-id}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
