package dev.monsh.stack.status;

import java.util.Optional;

/** Measures processes of this machine. */
@FunctionalInterface
public interface UsageMeter {

    /** Returns what a process has used so far; empty where it has ended or can't be seen. */
    Optional<ProcessUsage> measure(long pid);
}
