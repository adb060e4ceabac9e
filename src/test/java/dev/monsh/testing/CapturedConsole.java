package dev.monsh.testing;

import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.TerminalProfile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console whose two outputs are kept, for comparison with exact text. */
public final class CapturedConsole {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    private CapturedConsole(TerminalProfile profile) {
        console = new Console(new Output(out), new Output(err), profile, false);
    }

    public static CapturedConsole with(TerminalProfile profile) {
        return new CapturedConsole(profile);
    }

    /** Returns one whose outputs are no terminals. */
    public static CapturedConsole piped() {
        return new CapturedConsole(Profiles.pipe());
    }

    /** Returns one on a UTF-8 terminal without colour. */
    public static CapturedConsole terminal(int width) {
        return new CapturedConsole(Profiles.terminal(width));
    }

    public Console console() {
        return console;
    }

    /** Returns what stdout has got, flushing first. */
    public String out() {
        console.out().flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Returns the bytes that stdout has got, flushing first. */
    public byte[] outBytes() {
        console.out().flush();
        return out.toByteArray();
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
