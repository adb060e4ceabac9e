package dev.monsh.cloud.launch;

import dev.monsh.failure.NextStep;
import java.util.Optional;

/** What a step saw. */
public sealed interface StepLook {

    /** Returns what was seen, or what is missing. */
    String detail();

    /**
     * Nothing can be done about it now, for the reason in the detail.
     *
     * @param next what the user can do about it
     */
    record Skipped(String detail, Optional<NextStep> next) implements StepLook {

        /** Something that the user can't do anything about, or need not. */
        public Skipped(String detail) {
            this(detail, Optional.empty());
        }

        /** Something that the user can do something about. */
        public Skipped(String detail, NextStep next) {
            this(detail, Optional.of(next));
        }
    }

    /** Everything is as it should be. */
    record Done(String detail) implements StepLook {}

    /**
     * Something has to be done.
     *
     * @param detail what will be done, in the imperative
     * @param cost what this keeps costing; empty for nothing
     */
    record Needed(String detail, String cost) implements StepLook {

        /** Something that costs nothing. */
        public Needed(String detail) {
            this(detail, "");
        }
    }
}
