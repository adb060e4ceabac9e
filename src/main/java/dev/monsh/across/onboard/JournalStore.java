package dev.monsh.across.onboard;

import java.util.Optional;

/** Where journals of unfinished runs are kept. */
public interface JournalStore {

    /** Returns the journal of a box; empty where no run is unfinished, or what is there can't be read. */
    Optional<Journal> read(String box);

    /** Writes a journal in the place of the one before. */
    void write(Journal journal);

    /** Removes the journal of a box, where there is one. */
    void remove(String box);
}
