package dev.monsh.logs;

import dev.monsh.failure.NextStep;

/** What can be done next about logs. */
public sealed interface LogNextStep extends NextStep {

    /** Compute a number from logs, which following them can't. */
    record QueryNumbers() implements LogNextStep {}

    /** Have the gateway pass on what live tail needs. */
    record PassLiveTail() implements LogNextStep {}

    /** Look at the log files that are shipped. */
    record ListLogFiles() implements LogNextStep {}
}
