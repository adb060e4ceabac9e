package dev.monsh.process.usage;

import java.util.List;
import java.util.Optional;

/** Measures the processes of a machine, again and again. Not for use by several threads. */
public interface ProcessMeter {

    /**
     * Measures every process of this moment; one that ends meanwhile is left out.
     *
     * @throws dev.monsh.failure.UnreachableException when processes cannot be read
     */
    List<ProcessFigures> measure();

    /** Counts the open files of a process; empty where it has ended or belongs to another user. */
    Optional<OpenFiles> openFiles(int pid);
}
