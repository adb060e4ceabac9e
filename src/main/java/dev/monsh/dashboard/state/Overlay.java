package dev.monsh.dashboard.state;

import java.util.List;

/** What lies over the panes and takes the keys. */
public sealed interface Overlay {

    /** Nothing does. */
    record Closed() implements Overlay {}

    /** The table of keys. */
    record Help(int scroll) implements Overlay {}

    /**
     * The output of a command.
     *
     * @param title the command as it would be typed
     * @param lines clean text
     * @param waiting whether it still runs
     */
    record Text(String title, List<String> lines, int scroll, boolean waiting) implements Overlay {
        public Text {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line that is being typed.
     *
     * @param before what the filter or search was, for Esc
     * @param candidates what Tab has found; empty for none
     */
    record Typing(Purpose purpose, String text, String before, List<String> candidates) implements Overlay {

        /** What the line is for. */
        public enum Purpose {
            FILTER,
            SEARCH,
            COMMAND
        }

        public Typing {
            candidates = List.copyOf(candidates);
        }

        /** Returns it with another text. */
        public Typing of(String other) {
            return new Typing(purpose, other, before, List.of());
        }
    }

    /**
     * A question in the last line; only {@code y} is a yes.
     *
     * @param text says exactly what will happen
     * @param command what a yes runs
     */
    record Question(String text, String command) implements Overlay {}

    /** The boxes to choose from. */
    record Boxes(List<String> names, int selected) implements Overlay {
        public Boxes {
            names = List.copyOf(names);
        }
    }
}
