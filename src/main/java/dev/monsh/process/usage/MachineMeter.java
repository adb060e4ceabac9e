package dev.monsh.process.usage;

/** Measures a machine. */
@FunctionalInterface
public interface MachineMeter {

    /**
     * Measures it as it is now.
     *
     * @throws dev.monsh.failure.UnreachableException when it cannot be read
     */
    MachineFigures measure();
}
