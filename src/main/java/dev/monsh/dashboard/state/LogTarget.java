package dev.monsh.dashboard.state;

/** Whose lines the log pane follows. */
public sealed interface LogTarget {

    /** Returns it as the pane's title says it. */
    String words();

    /** Nothing: no group is selected, or it logs nowhere. */
    record Nothing(String why) implements LogTarget {
        @Override
        public String words() {
            return why;
        }
    }

    /** The lines with a service label. */
    record Labelled(String service) implements LogTarget {
        @Override
        public String words() {
            return "service " + service;
        }
    }

    /** What a service of the stack prints itself. */
    record OwnOutput(String service) implements LogTarget {
        @Override
        public String words() {
            return "output of " + service;
        }
    }
}
