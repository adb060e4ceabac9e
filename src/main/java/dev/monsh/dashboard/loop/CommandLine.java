package dev.monsh.dashboard.loop;

import java.util.List;

/** The commands of monsh, run within the dashboard. */
public interface CommandLine {

    /**
     * Runs a line as the console would, with nobody to be asked.
     *
     * @param box the box that is shown
     * @param columns the width of its output
     * @return clean lines, its errors among them
     */
    List<String> run(String line, String box, int columns);

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
