package dev.monsh.cloud.launch;

/** What a step saw. */
public sealed interface StepLook {

    /** Returns what was seen, or what is missing. */
    String detail();

    /** Nothing can be done about it now, for the reason in the detail. */
    record Skipped(String detail) implements StepLook {}

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
