package dev.monsh.command.box;

import dev.monsh.across.onboard.JournalStore;
import dev.monsh.across.onboard.Places;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.stack.drift.Drift;
import java.nio.file.Path;
import java.util.List;

/** Opens the places that have to agree about a box. */
public interface OnboardPlaces {

    /** Returns the places of the configuration; nothing is connected yet. */
    Places open(GlobalOptions options);

    /** Returns the folders of the stacks that the configuration names, else that of this machine's stack where it is there. */
    List<Path> stacks(GlobalOptions options);

    /**
     * Looks at a stack of this machine.
     *
     * @throws dev.monsh.failure.MonshException where its files or its engine can't be read
     */
    List<Drift> drift(GlobalOptions options, Path stack);

    /** Returns where unfinished runs are kept. */
    JournalStore journals();
}
