package dev.monsh.cli;

import dev.monsh.terminal.Console;
import java.util.Optional;

/** What all commands of one run of the program share. */
public interface Session {

    /** Returns where output goes. */
    Console console();

    /** Returns the global options that hold unless a call says otherwise: those the console or script was started with. */
    GlobalOptions defaults();

    /** Asks the user a question and returns the line that is typed; empty where nobody is there to be asked. */
    default Optional<String> ask(String question) {
        return Optional.empty();
    }

    /** Tells whether somebody is there to be asked. */
    default boolean canAsk() {
        return false;
    }
}
