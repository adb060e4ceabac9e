package dev.monsh.command.box;

import dev.monsh.across.onboard.JournalStore;
import dev.monsh.across.onboard.Places;
import dev.monsh.cli.GlobalOptions;

/** Opens the places that have to agree about a box. */
public interface OnboardPlaces {

    /** Returns the places of the configuration; nothing is connected yet. */
    Places open(GlobalOptions options);

    /** Returns where unfinished runs are kept. */
    JournalStore journals();
}
