package dev.monsh.os;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** How running a program came out. */
public sealed interface ProgramRun {

    /**
     * The program ended by itself.
     *
     * @param status its exit status; 128 plus the signal's number where a signal ended it
     * @param out the first bytes of its standard output, up to the call's limit
     * @param err the first bytes of its standard error, up to the same limit; empty where both streams were one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, from the run to its caller
    record Ended(int status, byte[] out, byte[] err) implements ProgramRun {

        public boolean ok() {
            return status == 0;
        }

        /** Returns the standard output as UTF-8. */
        public String outText() {
            return new String(out, StandardCharsets.UTF_8);
        }

        /** Returns the standard error as UTF-8. */
        public String errText() {
            return new String(err, StandardCharsets.UTF_8);
        }

        /** Returns its last words: the standard error, or the standard output where that is blank. */
        public String complaint() {
            return errText().isBlank() ? outText() : errText();
        }
    }

    /** The program took longer than it was given, and was killed with all processes that it had started. */
    record OutOfTime(Duration limit) implements ProgramRun {}

    /**
     * The program could not be started.
     *
     * @param why the reason, to follow the program's name and a colon
     */
    record NotStarted(String why) implements ProgramRun {}

    /** Returns the run's outcome where it ended with status 0. */
    default Optional<Ended> success() {
        return this instanceof Ended ended && ended.ok() ? Optional.of(ended) : Optional.empty();
    }
}
