package dev.monsh.cloud.rules;

import dev.monsh.cloud.InboundRule;

/**
 * One thing to do about one rule of a security group, or the reason to do nothing.
 *
 * @param rule the one that is there, or is to be made
 * @param description the one it is to have
 */
public record RuleChange(Action action, InboundRule rule, String description) {

    /** What is to be done. */
    public enum Action {
        /** Make the rule. */
        OPEN("open"),
        /** Give the rule the description that names the box. */
        RENAME("rename"),
        /** Remove the rule. */
        CLOSE("close"),
        /** The port is open, or closed, as wanted. */
        ALREADY("already");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** Returns the word that scripts rely on. */
        public String word() {
            return word;
        }
    }

    /** Tells whether something is to be done. */
    public boolean changes() {
        return action != Action.ALREADY;
    }
}
