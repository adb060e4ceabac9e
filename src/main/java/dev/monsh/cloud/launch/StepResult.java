package dev.monsh.cloud.launch;

import dev.monsh.failure.NextStep;
import java.util.Optional;

/**
 * What a step has to do, or did.
 *
 * @param detail what it saw or made
 * @param cost what keeps costing money; empty for nothing
 * @param next what the user can do about a step that was left out
 */
public record StepResult(String name, Outcome outcome, String detail, String cost, Optional<NextStep> next) {

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

    static StepResult of(String name, Outcome outcome, String detail, String cost) {
        return new StepResult(name, outcome, detail, cost, Optional.empty());
    }

    /** Returns what a look says of a step that has not acted. */
    static StepResult planned(String name, StepLook look) {
        return switch (look) {
            case StepLook.Needed(String detail, String cost) -> of(name, Outcome.PLANNED, detail, cost);
            case StepLook.Skipped(String reason, var next) -> new StepResult(name, Outcome.SKIPPED, reason, "", next);
            case StepLook.Done(String detail) -> of(name, Outcome.ALREADY, detail, "");
        };
    }

    /** Tells whether something is to be done or was done. */
    public boolean changes() {
        return outcome == Outcome.PLANNED || outcome == Outcome.DONE;
    }
}
