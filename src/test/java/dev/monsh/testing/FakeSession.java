package dev.monsh.testing;

import dev.monsh.command.GlobalOptions;
import dev.monsh.command.Session;
import dev.monsh.terminal.Console;

/** A session that does not change. */
public record FakeSession(Console console, GlobalOptions defaults) implements Session {

    public static FakeSession on(CapturedConsole captured) {
        return new FakeSession(captured.console(), GlobalOptions.NONE);
    }
}
