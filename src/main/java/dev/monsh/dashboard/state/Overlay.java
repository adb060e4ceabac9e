package dev.monsh.dashboard.state;

import java.util.ArrayList;
import java.util.List;

/** What lies over the panes and takes the keys. */
public sealed interface Overlay {

    /** Nothing does. */
    record Closed() implements Overlay {}

    /** The table of keys. */
    record Help(int scroll) implements Overlay {}

    /**
     * The output of a command, at most its newest {@value Text#MOST} lines.
     *
     * @param title the command as it would be typed
     * @param lines clean text
     * @param dropped how many older lines had to go
     * @param scroll how many of the kept lines lie above the window; of no meaning while it follows the end
     * @param follows whether the end is in sight, whatever comes
     */
    record Text(String title, List<String> lines, long dropped, int scroll, boolean follows, Run run)
            implements Overlay {

        /** A command that follows a log goes on for days. */
        static final int MOST = 5000;

        /** How far the command is. */
        public enum Run {
            RUNNING,
            ENDED,
            STOPPED
        }

        public Text {
            lines = List.copyOf(lines);
        }

        /** Returns what is shown of a command that has just been started. */
        public static Text begun(String title) {
            return new Text(title, List.of(), 0, 0, true, Run.RUNNING);
        }

        public boolean isRunning() {
            return run == Run.RUNNING;
        }

        /** Returns it with later lines; whoever has scrolled goes on seeing the same ones. */
        public Text and(List<String> later) {
            int kept = Math.max(0, Math.min(lines.size(), MOST - later.size()));
            List<String> all = new ArrayList<>(lines.subList(lines.size() - kept, lines.size()));
            all.addAll(later.subList(Math.max(0, later.size() - MOST), later.size()));
            int gone = lines.size() + later.size() - all.size();
            return new Text(title, all, dropped + gone, Math.max(0, scroll - gone), follows, run);
        }

        /** Returns it without its lines: the command writes its screen again. */
        public Text cleared() {
            return new Text(title, List.of(), 0, scroll, follows, run);
        }

        /** Returns it at its end. What nobody has scrolled is read from its beginning. */
        public Text ended(Run how) {
            boolean top = how == Run.ENDED && follows;
            return new Text(title, lines, dropped, scroll, follows && !top, how);
        }

        /** Returns the first line in a window of so many rows. */
        public int first(int rows) {
            int last = Math.max(0, lines.size() - rows);
            return follows ? last : Math.clamp(scroll, 0, last);
        }

        /** Returns it scrolled by so many lines in a window of so many rows. */
        public Text scrolled(int step, int rows) {
            int last = Math.max(0, lines.size() - rows);
            int next = Math.clamp((long) first(rows) + step, 0, last);
            return new Text(title, lines, dropped, next, isRunning() && next == last, run);
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

    /** The boxes to choose from, all of them together among them. */
    record Boxes(List<String> names, int selected) implements Overlay {

        /** The choice of all boxes at once. No box can have this name. */
        public static final String ALL = "(all boxes)";

        public Boxes {
            names = List.copyOf(names);
        }
    }
}
