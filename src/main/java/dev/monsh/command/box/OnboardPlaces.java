package dev.monsh.command.box;

import dev.monsh.across.onboard.JournalStore;
import dev.monsh.across.onboard.Places;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.stack.drift.Drift;
import java.util.List;

/** Opens the places that have to agree about a box. */
public interface OnboardPlaces {

    /** Returns the places of the configuration; nothing is connected yet. */
    Places open(GlobalOptions options);

    /** Looks at the stacks of this machine that the configuration has; none where it has none. */
    List<Drift> stacks(GlobalOptions options);

    /** Returns where unfinished runs are kept. */
    JournalStore journals();
}
