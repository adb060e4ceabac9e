package dev.monsh.adapter.host;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import dev.monsh.os.SearchPath;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.tailnet.TailnetSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the program {@code tailscale} of this machine. */
public final class TailscaleProgram implements TailnetSource {

    private static final String PLACE = Tailnet.HERE;

    private final Optional<Path> program;
    private final String searched;
    private final Map<String, String> environment;
    private final Duration limit;

    private TailscaleProgram(Optional<Path> program, String searched, Map<String, String> environment, Duration limit) {
        this.program = program;
        this.searched = searched;
        this.environment = Map.copyOf(environment);
        this.limit = limit;
    }

    /** Takes the program's own path and the environment that it gets. */
    public static TailscaleProgram at(Path program, Map<String, String> environment, Duration limit) {
        return new TailscaleProgram(
                Optional.of(program).filter(TailscaleProgram::isProgram),
                "program not found: " + program,
                environment,
                limit);
    }

    /** Looks for it in the folders of an environment's PATH. */
    public static TailscaleProgram on(Map<String, String> environment, Duration limit) {
        return new TailscaleProgram(
                SearchPath.of(environment).find("tailscale"), "tailscale not found on PATH", environment, limit);
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    @Override
    public Tailnet read() {
        Path path = program.orElseThrow(() -> new UnreachableException(
                "tailscale on " + PLACE,
                searched + ": install Tailscale, or name the program with --program FILE",
                "monsh help tailscale status"));
        return TailscaleStatus.read(PLACE, run(path));
    }

    private String run(Path path) {
        Program call = Program.of(List.of(path.toString(), "status", "--json"), environment, limit);
        return switch (call.run()) {
            case ProgramRun.Ended ended when ended.ok() -> ended.outText();
            case ProgramRun.Ended ended -> throw silent(ended.errText(), ended.status());
            case ProgramRun.OutOfTime _ ->
                throw new TimedOutException(
                        "tailscale on " + PLACE, "no answer within " + limit.toMillis() / 1000.0 + " s");
            case ProgramRun.NotStarted(String why) ->
                throw new UnreachableException("tailscale on " + PLACE, path + " " + why);
        };
    }

    /** The program fails where its daemon does not run or does not let this user ask; it says which. */
    private static MonshException silent(String complaint, int status) {
        String said = complaint.strip().replaceAll("\\s*\\R\\s*", "; ");
        return new UnreachableException(
                "tailscale on " + PLACE,
                said.isEmpty() ? "the program ended with status " + status : said,
                "sudo systemctl start tailscaled");
    }
}
