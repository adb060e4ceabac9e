package dev.monsh.dashboard.loop;

import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.state.Size;
import dev.monsh.dashboard.update.Event;
import java.util.function.Consumer;

/** The terminal as the loop needs it. All but the listener is used by one thread. */
public interface Display extends AutoCloseable {

    /**
     * Takes the whole screen, and tells of keys, the mouse and changes of size from other threads.
     *
     * @param lost called when the terminal has gone
     */
    void open(Consumer<Event> listener, Runnable lost);

    /** Returns the present size of the window. */
    Size size();

    /** Shows a frame; only the cells that differ from the last one are written. */
    void show(Frame frame);

    /** Forgets what the screen shows: the next frame is written whole. */
    void forget();

    /** Puts a text on the clipboard of the terminal. */
    void copy(String text);

    /** Returns the terminal to the shell, suspends the program, and takes the screen back when it resumes. */
    void suspend();

    /** Leaves the screen as it was found. May be called more than once. */
    @Override
    void close();
}
