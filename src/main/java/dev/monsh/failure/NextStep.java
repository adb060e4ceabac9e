package dev.monsh.failure;

import java.util.Objects;

/**
 * What a person can do next about a failure or a finding. Each feature has one sealed interface with a record for each thing
 * that can be done there, in the words of its field; which command does it is known to the command layer alone.
 */
public interface NextStep {

    /** A command, or other words, from where they are known: shown as they are. */
    record Text(String text) implements NextStep {

        public Text {
            Objects.requireNonNull(text);
        }
    }
}
