package dev.monsh.app.sources;

import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.TerminalProfile;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the program finds around it, read in this one place.
 *
 * @param launcher the path of the launcher, for programs that monsh starts anew; null when there was none
 */
public record Surroundings(
        Map<String, String> environment,
        Path home,
        Path workingFolder,
        InputStream in,
        Console console,
        InstantSource clock,
        @Nullable String launcher) {

    /** Returns the surroundings of this process. */
    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        String home = environment.getOrDefault("HOME", "");
        String zone = environment.getOrDefault("TZ", "");
        if (!zone.isEmpty()) {
            PosixTimeZone.adopt(zone);
        }
        TerminalProfile profile = TerminalProfile.decide(
                System.getProperty("monsh.terminals"), System.getProperty("monsh.size"), environment);
        return new Surroundings(
                environment,
                Path.of(home.isEmpty() ? System.getProperty("user.home", "/") : home),
                Path.of("").toAbsolutePath(),
                new FileInputStream(FileDescriptor.in),
                new Console(
                        new Output(new FileOutputStream(FileDescriptor.out)),
                        new Output(new FileOutputStream(FileDescriptor.err)),
                        profile,
                        false),
                InstantSource.system(),
                System.getProperty("monsh.launcher"));
    }

    /** Returns the same surroundings with another input and console. */
    public Surroundings on(InputStream otherIn, Console otherConsole) {
        return new Surroundings(environment, home, workingFolder, otherIn, otherConsole, clock, launcher);
    }
}
