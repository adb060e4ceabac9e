package dev.monsh.testing;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Session;
import dev.monsh.terminal.Console;

/** A session that does not change. */
public record FakeSession(Console console, GlobalOptions defaults) implements Session {

    public static FakeSession on(CapturedConsole captured) {
        return new FakeSession(captured.console(), GlobalOptions.NONE);
    }
}
