package dev.monsh.gateway.transaction;

/**
 * What came of a change. Each says what state the gateway was left in; texts are those of the gateway and may hold anything.
 */
public sealed interface ApplyOutcome {

    /** nginx runs with the new file: new workers, its ports its own, no complaint. {@code note} is empty or says more. */
    record Applied(String id, String note) implements ApplyOutcome {}

    /** Somebody else changes the gateway just now; nothing was changed. */
    record Locked(String by) implements ApplyOutcome {}

    /** The file was changed by somebody else after it was read, and stays as they left it. */
    record Stale(String file) implements ApplyOutcome {}

    /** Another program has a port that the change needs; nothing was changed. */
    record PortTaken(String reason) implements ApplyOutcome {}

    /** The new file did not get onto the disk whole; the old one stands. */
    record NotTransferred(String reason) implements ApplyOutcome {}

    /** The configuration that is there now is not valid already; nothing was changed. */
    record AlreadyBroken(String complaint) implements ApplyOutcome {}

    /** nginx does not run, so that no change can be proved; nothing was changed. */
    record NotRunning() implements ApplyOutcome {}

    /** nginx's own test refuses the new file; the old one stands. */
    record Invalid(String complaint) implements ApplyOutcome {}

    /** nginx's own test warns of the new file where it did not warn of the old one; the old one stands. */
    record Warned(String complaint) implements ApplyOutcome {}

    /** nginx rejected the new file and runs with the old one again. */
    record RolledBack(String id, String reason) implements ApplyOutcome {}

    /** nginx rejected the new file; whether the old one is restored has not been confirmed. */
    record Unconfirmed(String id, String reason) implements ApplyOutcome {}

    /** The change was cut short and had not touched the file. */
    record Unchanged(String id, String reason) implements ApplyOutcome {}

    /** The change was cut short, and somebody else has changed the file since. */
    record Superseded(String id, String reason) implements ApplyOutcome {}
}
