package dev.monsh.adapter.nativeengine.packages;

import dev.monsh.failure.UnreachableException;
import dev.monsh.os.AtomicFile;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import dev.monsh.os.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the machine's own apt and dpkg so that they write into one folder only and need no root. See apt.conf(5) for the
 * options and apt-get(8) for {@code -c}.
 */
final class AptClient {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * Hooks of other packages would run after an update and fail for a user; indexes that a download needs not would
     * take minutes.
     */
    private static final String CONFIGURATION = """
            #clear APT::Update::Pre-Invoke;
            #clear APT::Update::Post-Invoke;
            #clear APT::Update::Post-Invoke-Success;
            #clear Acquire::IndexTargets::deb::DEP-11;
            #clear Acquire::IndexTargets::deb::DEP-11-icons-small;
            #clear Acquire::IndexTargets::deb::DEP-11-icons;
            #clear Acquire::IndexTargets::deb::DEP-11-icons-hidpi;
            #clear Acquire::IndexTargets::deb::DEP-11-icons-large;
            #clear Acquire::IndexTargets::deb::Contents-deb;
            #clear Acquire::IndexTargets::deb::CNF;
            #clear Acquire::IndexTargets::deb-src;
            """;

    private final Path folder;
    private final Map<String, String> environment;
    private final Path apt;
    private final Path dpkg;

    private AptClient(Path folder, Map<String, String> environment, Path apt, Path dpkg) {
        this.folder = folder;
        this.environment = environment;
        this.apt = apt;
        this.dpkg = dpkg;
    }

    /**
     * Returns a client that works in that folder; empty where the machine has no apt.
     *
     * @param environment the user's, since a proxy may be named there
     */
    static Optional<AptClient> in(Path folder, Map<String, String> environment) {
        SearchPath path = SearchPath.of(environment);
        return path.find("apt-get")
                .flatMap(apt -> path.find("dpkg").map(dpkg -> new AptClient(folder, environment, apt, dpkg)));
    }

    /** Makes the folders that apt wants to find. */
    void prepare() {
        AtomicFile.folder(folder.resolve("lists/partial"));
        AtomicFile.folder(folder.resolve("cache/archives/partial"));
        AtomicFile.folder(folder.resolve("debs"));
        AtomicFile.write(folder.resolve("apt.conf"), CONFIGURATION, false);
    }

    /** Fetches package lists of its own; returns apt's line about what went wrong, if anything did. */
    Optional<String> update() {
        List<String> said = apt(true, List.of("update")).said();
        return firstWith("E: ", said).or(() -> firstWith("W: Failed to fetch", said));
    }

    /**
     * Downloads packages into {@code debs}; returns apt's error line when it could not.
     *
     * @param ownLists whether to go by the lists of {@link #update} or by those of the machine
     */
    Optional<String> download(List<String> packages, boolean ownLists) {
        List<String> words = new ArrayList<>(List.of("download"));
        words.addAll(packages);
        Answer answer = apt(ownLists, words);
        return answer.exitCode() == 0 ? Optional.empty() : Optional.of(errorLine(answer));
    }

    /** Unpacks a downloaded package into a folder; returns dpkg's error line when it could not. */
    Optional<String> unpack(Path deb, Path target) {
        Answer answer = run(List.of(dpkg.toString(), "-x", deb.toString(), target.toString()));
        return answer.exitCode() == 0 ? Optional.empty() : Optional.of(errorLine(answer));
    }

    private Answer apt(boolean ownLists, List<String> command) {
        List<String> words = new ArrayList<>(
                List.of(apt.toString(), "-q", "-c", folder.resolve("apt.conf").toString()));
        if (ownLists) {
            words.addAll(List.of("-o", "Dir::State::Lists=" + folder.resolve("lists")));
        }
        // As root, apt would hand the download to a user who may not enter this folder, and warn about that.
        words.addAll(List.of(
                "-o", "Dir::Cache=" + folder.resolve("cache"),
                "-o", "APT::Sandbox::User=root",
                "-o", "Acquire::Languages=none",
                "-o", "Acquire::Retries=1",
                "-o", "Acquire::http::Timeout=30",
                "-o", "Acquire::https::Timeout=30"));
        words.addAll(command);
        return run(words);
    }

    /** What a program printed and the code that it ended with. */
    private record Answer(int exitCode, List<String> said) {}

    private Answer run(List<String> words) {
        String name = words.getFirst();
        Program program = Program.of(words, environment, PATIENCE)
                .in(folder.resolve("debs"))
                .with("LC_ALL", "C")
                .withOneStream();
        return switch (program.run()) {
            case ProgramRun.Ended ended ->
                new Answer(ended.status(), ended.outText().lines().toList());
            case ProgramRun.OutOfTime _ ->
                throw new UnreachableException(name, "did not end within " + PATIENCE.toMinutes() + " minutes");
            case ProgramRun.NotStarted(String why) -> throw new UnreachableException(name, why);
        };
    }

    private static String errorLine(Answer answer) {
        List<String> lines =
                answer.said().stream().filter(line -> !line.isBlank()).toList();
        return firstWith("E: ", lines)
                .or(() -> firstWith("dpkg", lines))
                .or(() -> lines.reversed().stream().findFirst())
                .orElse("exit code " + answer.exitCode());
    }

    private static Optional<String> firstWith(String beginning, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(beginning)).findFirst();
    }
}
