package dev.monsh.app;

import dev.monsh.app.console.ConsoleLoop;
import dev.monsh.command.GlobalOptions;
import dev.monsh.terminal.Console;

/** The session of this run. The console and scripts set the options that they were started with as its defaults. */
final class CurrentSession implements ConsoleLoop.SessionControl {

    private Console console;
    private GlobalOptions defaults = GlobalOptions.NONE;

    CurrentSession(Console console) {
        this.console = console;
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public GlobalOptions defaults() {
        return defaults;
    }

    @Override
    public void use(Console other) {
        console = other;
    }

    void setDefaults(GlobalOptions options) {
        defaults = options;
    }
}
