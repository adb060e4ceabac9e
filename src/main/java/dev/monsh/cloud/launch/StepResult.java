package dev.monsh.cloud.launch;

/**
 * What a step has to do, or did.
 *
 * @param detail what it saw or made
 * @param cost what keeps costing money; empty for nothing
 */
public record StepResult(String name, Outcome outcome, String detail, String cost) {

    /** How it stands. */
    public enum Outcome {
        /** It was so already. */
        ALREADY("already"),
        /** It will be done. */
        PLANNED("planned"),
        /** It was done. */
        DONE("done"),
        /** It was left out, for the reason in the detail. */
        SKIPPED("skipped");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** Returns the word that scripts rely on. */
        public String word() {
            return word;
        }
    }

    /** Returns what a look says of a step that has not acted. */
    static StepResult planned(String name, StepLook look) {
        return switch (look) {
            case StepLook.Needed(String detail, String cost) -> new StepResult(name, Outcome.PLANNED, detail, cost);
            case StepLook.Skipped(String reason) -> new StepResult(name, Outcome.SKIPPED, reason, "");
            case StepLook.Done(String detail) -> new StepResult(name, Outcome.ALREADY, detail, "");
        };
    }

    /** Tells whether something is to be done or was done. */
    public boolean changes() {
        return outcome == Outcome.PLANNED || outcome == Outcome.DONE;
    }
}
