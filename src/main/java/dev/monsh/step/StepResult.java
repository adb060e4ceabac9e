package dev.monsh.step;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import java.util.Locale;
import java.util.Optional;

/**
 * The outcome of a step.
 *
 * @param words what was seen or done, or why not; may hold text of a server
 * @param next what to do about it
 */
public record StepResult(String step, State state, String words, Optional<NextStep> next) {

    /** How it ended. */
    public enum State {
        DONE,
        ALREADY,
        /** A dry run would have done it. */
        WOULD,
        SKIPPED,
        FAILED;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static StepResult of(Step step, State state, String words) {
        return new StepResult(step.name(), state, words, Optional.empty());
    }

    static StepResult failed(Step step, MonshException failure) {
        return new StepResult(
                step.name(), State.FAILED, failure.what() + ": " + failure.why(), Optional.ofNullable(failure.next()));
    }
}
