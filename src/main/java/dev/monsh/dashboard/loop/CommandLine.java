package dev.monsh.dashboard.loop;

import java.util.List;
import java.util.Optional;

/** The commands of monsh, run within the dashboard. */
public interface CommandLine {

    /**
     * Runs a line as the console would, with nobody to be asked, until it has ended or the thread is interrupted, as Ctrl-C
     * does in the console.
     *
     * @param box the box that is shown
     * @param columns the width of its output
     * @param screen takes its lines as they come, its errors among them
     */
    void run(String line, String box, int columns, Screen screen);

    /**
     * Returns the question that is to be answered with a yes before the line is run; empty where it starts and ends nothing,
     * or says that nobody is to be asked.
     */
    Optional<String> question(String line);

    /** What a command writes to. */
    interface Screen {

        /** Takes a line, which is clean text. */
        void line(String line);

        /** Begins again with an empty screen. */
        void clear();
    }

    /** Finds what can stand at the end of a line. */
    Completion complete(String line);

    /**
     * What can stand at the end of a line.
     *
     * @param longer the line as far as all candidates agree
     * @param candidates empty where there is one or none
     */
    record Completion(String longer, List<String> candidates) {}
}
