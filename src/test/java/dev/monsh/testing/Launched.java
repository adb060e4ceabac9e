package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the program is run from outside: as a process, by a shell, with an environment and a home folder of its own. Nothing
 * of the environment of the tests is handed on.
 *
 * <p>The call goes through a file with a shell script, because Java would encode argv in the locale that the tests run
 * under.
 *
 * @param folder where the home folder, the working folder and the scripts are
 * @param program the launcher, or its name, looked for on PATH
 * @param workingFolder the folder that the program starts in
 * @param input what stands on stdin
 * @param limit after which the program is killed and the test fails
 */
public record Launched(
        Path folder,
        String program,
        Path workingFolder,
        Map<String, String> environment,
        String input,
        Duration limit) {

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    /** Returns a run of the distribution whose files are in a folder. */
    public static Launched in(Path folder) {
        Path home = folder.resolve("home");
        Path work = folder.resolve("work");
        try {
            Files.createDirectories(home);
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", Distribution.folder().resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", home.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        return new Launched(folder, "monsh", work, environment, "", USUAL_LIMIT);
    }

    /** Returns the same with the Prometheus at a URL. */
    public Launched asking(String prometheusUrl) {
        return with("MONSH_PROMETHEUS_URL", prometheusUrl);
    }

    /** Returns the same with an environment variable. */
    public Launched with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Launched(folder, program, workingFolder, more, input, limit);
    }

    /** Returns the same without an environment variable. */
    public Launched without(String variable) {
        Map<String, String> less = new LinkedHashMap<>(environment);
        less.remove(variable);
        return new Launched(folder, program, workingFolder, less, input, limit);
    }

    /** Returns the same with text on stdin. */
    public Launched reading(String text) {
        return new Launched(folder, program, workingFolder, environment, text, limit);
    }

    /** Returns the same in another working folder. */
    public Launched from(Path otherFolder) {
        return new Launched(folder, program, otherFolder, environment, input, limit);
    }

    /** Returns the same with another launcher. */
    public Launched by(String otherProgram) {
        return new Launched(folder, otherProgram, workingFolder, environment, input, limit);
    }

    /** Returns the folder that the program takes for the user's. */
    public Path home() {
        return folder.resolve("home");
    }

    /** Writes a file into the working folder. */
    public Path file(String name, String text) {
        try {
            return Files.writeString(workingFolder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the configuration file. */
    public Path configuration(String yaml) {
        try {
            Path file = home().resolve(".config").resolve("monsh").resolve("config.yml");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program with these words to its end. */
    public Ended run(String... words) {
        return start(words).end();
    }

    /** Starts the program with these words. */
    public Running start(String... words) {
        // whoever runs the tests may ignore SIGINT, which programs inherit
        return started("exec env --default-signal=INT,TERM,HUP " + call(words));
    }

    /** Runs a text of a POSIX shell, in which {@code monsh} is the program, to its end. */
    public Ended shell(String text) {
        return started(text).end();
    }

    /** Starts a text of a POSIX shell, in which {@code monsh} is the program. */
    public Running startShell(String text) {
        return started(text);
    }

    private Running started(String text) {
        return Running.start(new ProcessBuilder("/bin/sh", script(text).toString()), this);
    }

    /** Writes the script that sets the environment and does as the text says. */
    Path script(String text) {
        String exports = environment.entrySet().stream()
                .map(entry -> "export " + entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
        try {
            Path file = Files.createTempFile(folder, "call", ".sh");
            return Files.writeString(file, exports + text + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the call of the program as a shell reads it. */
    String call(String... words) {
        return Stream.concat(Stream.of(program), Stream.of(words))
                .map(Launched::quoted)
                .collect(Collectors.joining(" "));
    }

    /** Returns a word as a POSIX shell, and a script of monsh, read it. */
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Returns words as one line of a script. */
    public static String line(String... words) {
        return List.of(words).stream().map(Launched::quoted).collect(Collectors.joining(" "));
    }
}
