package dev.monsh.view.logs;

import dev.monsh.logs.LogLine;
import dev.monsh.logs.tail.TailEvent;

/** Writes log lines in one of their forms, each as it comes. */
public interface LogLineWriter {

    /** Writes the next line. */
    void line(LogLine line);

    /** Marks, where the form has a place for it, that lines are missing here. */
    default void gap(TailEvent.Gap gap) {}

    /** Shows what came so far: nothing more is at hand for now. */
    default void pause() {}

    /** Ends what was begun. */
    default void finish() {}
}
