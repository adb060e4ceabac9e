package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Plot;
import java.util.List;

/** Something that the update wants done outside; the answer comes back as an event. */
public sealed interface Wish {

    /** Follow the lines of something else from now on. */
    record Follow(LogTarget target) implements Wish {}

    /** Plot something else from now on. */
    record Draw(Plot plot) implements Wish {}

    /** Run a line that the person has typed, once the person agrees to what it starts or ends. */
    record Typed(String command) implements Wish {}

    /** Run a command and hand on its output under a title. */
    record Run(String title, String command) implements Wish {}

    /** End the command that runs. */
    record Stop() implements Wish {}

    /** Look for what can stand at the end of a line. */
    record Complete(String line) implements Wish {}

    /** Put a text on the clipboard of the terminal. */
    record Copy(String text) implements Wish {}

    /** Show another box. */
    record Show(String box) implements Wish {}

    /** Show all boxes at once. */
    record ShowAll(List<String> boxes) implements Wish {
        public ShowAll {
            boxes = List.copyOf(boxes);
        }
    }

    /** Write the whole screen again. */
    record Redraw() implements Wish {}

    /** Give the terminal back to the shell for a while. */
    record Suspend() implements Wish {}

    /** End. */
    record Quit() implements Wish {}
}
