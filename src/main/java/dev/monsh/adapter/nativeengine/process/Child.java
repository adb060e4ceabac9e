package dev.monsh.adapter.nativeengine.process;

import dev.monsh.os.ProcessIdentity;
import java.time.Instant;

/**
 * A process that monsh started.
 *
 * @param name the service or worker
 * @param port the TCP port that it listens on, 0 for none
 * @param program its file
 */
public record Child(String name, ProcessIdentity identity, int port, Instant since, String program) {}
