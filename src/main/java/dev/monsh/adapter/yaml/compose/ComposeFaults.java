package dev.monsh.adapter.yaml.compose;

import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with Compose files, and what of them was not taken into account. */
final class ComposeFaults {

    private final Set<Problem> faults = new LinkedHashSet<>();
    private final Set<Problem> notes = new LinkedHashSet<>();
    private final Set<Problem> elsewhere = new LinkedHashSet<>();

    void fault(Problem fault) {
        faults.add(fault);
    }

    void note(Problem note) {
        notes.add(note);
    }

    List<Problem> notes() {
        return new ArrayList<>(notes);
    }

    List<Problem> all() {
        return new ArrayList<>(faults);
    }

    /** Notes what stands in another file, which only Compose reads. */
    void elsewhere(Problem note) {
        notes.add(note);
        elsewhere.add(note);
    }

    List<Problem> elsewhere() {
        return new ArrayList<>(elsewhere);
    }
}
