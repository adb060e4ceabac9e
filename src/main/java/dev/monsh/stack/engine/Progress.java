package dev.monsh.stack.engine;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A step of a start or stop. */
public sealed interface Progress {

    /** Programs are not on this machine and are being fetched; {@code what} is a package or the package lists. */
    record Fetching(String what) implements Progress {}

    /** The fetch is done; {@code bytes} is the size of what is now there. */
    record Fetched(String what, long bytes, Duration took) implements Progress {}

    /** Another monsh holds this folder; this one waits for it. */
    record WaitingForOther(Path folder) implements Progress {}

    /** The container image of a service is being fetched. */
    record Pulling(String name) implements Progress {}

    /** The container image of a service is there. */
    record Pulled(String name) implements Progress {}

    /** A service or worker is being started. */
    record Starting(String name) implements Progress {}

    /** A service runs and does not answer yet. */
    record Waiting(String name, URI url) implements Progress {}

    /** A service runs, answers, and says that it can't serve yet. */
    record NotReady(String name, String answer) implements Progress {}

    /** A service answers. */
    record Ready(String name, URI url, Duration took) implements Progress {}

    /** A service did not come up; {@code lastLines} is the end of its output, for the reader to judge. */
    record Failed(String name, String why, List<String> lastLines) implements Progress {

        public Failed {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** A process was asked to end. */
    record Stopping(String name, long pid) implements Progress {}

    /** A process has ended. */
    record Stopped(String name, long pid, boolean killed) implements Progress {}
}
