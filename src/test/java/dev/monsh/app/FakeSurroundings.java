package dev.monsh.app;

import dev.monsh.app.sources.Surroundings;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.Profiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The program on a machine of its own: its home is a folder of the test, and what it prints is kept. */
final class FakeSurroundings {

    static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    private final Path folder;
    private final TerminalProfile profile;
    private final Map<String, String> environment;
    private CapturedConsole captured;

    private FakeSurroundings(Path folder, TerminalProfile profile, Map<String, String> environment) {
        this.folder = folder;
        this.profile = profile;
        this.environment = environment;
        this.captured = CapturedConsole.with(profile);
    }

    static FakeSurroundings in(Path folder, Map<String, String> environment) {
        return new FakeSurroundings(folder, Profiles.pipe(), environment);
    }

    FakeSurroundings withProfile(TerminalProfile other) {
        return new FakeSurroundings(folder, other, environment);
    }

    /** Runs the program once, with nothing on stdin. */
    ExitCode run(String... argv) {
        return runWith("", argv);
    }

    /** Runs the program once, with text on stdin. */
    ExitCode runWith(String stdin, String... argv) {
        captured = CapturedConsole.with(profile);
        return Program.in(surroundings(stdin, captured.console())).run(List.of(argv));
    }

    Surroundings surroundings(String stdin, Console console) {
        return new Surroundings(
                environment,
                folder,
                folder,
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                console,
                InstantSource.fixed(NOW),
                null);
    }

    String out() {
        return captured.out();
    }

    String err() {
        return captured.err();
    }
}
