package dev.monsh.logs.export;

import dev.monsh.logs.LogLine;
import java.util.Optional;

/** Where an export goes. */
public interface ExportStore {

    /**
     * Returns the plan of an export that was begun there.
     *
     * @throws dev.monsh.failure.ConfigurationException when there is something else in its place
     */
    Optional<ExportPlan> load();

    /** Replaces the plan. Whoever loads, at any time, gets the old one or the new one. */
    void save(ExportPlan plan);

    /** Begins the file of a part; it is not seen under its name before it is finished. */
    PartFile begin(ExportPlan.Part part);

    /** Counts the lines in the file of a part; -1 when there is none. */
    long count(ExportPlan.Part part);

    /** A part that is being written. */
    interface PartFile extends AutoCloseable {

        /** Writes the next line. */
        void write(LogLine line);

        /** Gives the file its name, whole and forced to the disk. */
        void finish();

        /** Lets go of it; what was not finished is removed. */
        @Override
        void close();
    }
}
