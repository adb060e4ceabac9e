package dev.monsh.command;

import dev.monsh.terminal.Console;

/** What all commands of one run of the program share. */
public interface Session {

    /** Returns where output goes. */
    Console console();

    /** Returns the global options that hold unless a call says otherwise: those the console or script was started with. */
    GlobalOptions defaults();
}
