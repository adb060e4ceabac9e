package dev.monsh.command.logs;

import dev.monsh.box.Box;
import dev.monsh.box.LocalBox;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.ChangeReview;
import dev.monsh.command.PlannedChange;
import dev.monsh.command.process.ProcessOptions;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.files.PathGlob;
import dev.monsh.logs.target.CheckedTarget;
import dev.monsh.logs.target.LogSetup;
import dev.monsh.logs.target.LogfileCheck;
import dev.monsh.logs.target.PromtailService;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.logs.LogfileViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code logfile …}: the log files that Promtail ships, and the Compose volumes through which it sees them. */
public final class LogfileCommands {

    private static final OutputFormat[] LIST_FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };
    private static final Option.Single<Path> PROMTAIL =
            Option.file("promtail", "FILE", "Promtail's configuration, instead of promtail/promtail.yml of the stack");
    private static final Option.Single<Path> COMPOSE =
            Option.file("compose", "FILE", "the Compose file, instead of the stack's");

    private final Boxes boxes;
    private final LogfileSources sources;

    public LogfileCommands(Boxes boxes, LogfileSources sources) {
        this.boxes = boxes;
        this.sources = sources;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                command("logfile list", "List the log files that Promtail ships")
                        .formats(LIST_FORMATS)
                        .example("monsh logfile list", "each service, its files, and when they were written last")
                        .runs(session, this::list),
                command("logfile check", "Find what keeps log lines from their service")
                        .details("""
                                Files that are missing, unreadable or outside of the mounted folders, a file of two services, a
                                service of two targets, and log files that no target takes. Exit code 1 when there is a fault.
                                """)
                        .formats(LIST_FORMATS)
                        .example("monsh logfile check", "what is on the disk, compared with the stack's files")
                        .runs(session, this::check),
                command("logfile add", "Ship a log file under a service's name")
                        .details("""
                                Adds the target to Promtail's configuration and, where its folder is not mounted yet, the
                                volume to the Compose file. PATH may be a glob. Both differences are shown before anything is
                                written, and backups are kept; either both files change, or none.
                                """)
                        .required("SERVICE", ValueKind.TEXT)
                        .required("PATH", ValueKind.FILE)
                        .example(
                                "monsh logfile add checkdoor /var/log/checkdoor.log --dry-run",
                                "what would change in the two files")
                        .runs(session, this::add),
                command("logfile remove", "Stop shipping a service's log files")
                        .details("A volume that no other target needs goes as well.")
                        .required("SERVICE", ValueKind.LOG_SERVICE)
                        .example("monsh logfile remove checkdoor --dry-run", "what would change in the two files")
                        .runs(session, this::remove));
    }

    private static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name)
                .group("Logs")
                .summary(summary)
                .option(PROMTAIL)
                .option(COMPOSE);
    }

    private LogfileSources.LogFiles open(Invocation call) {
        Path promtail = promtailFile(call);
        ProcessOptions.requireThere(call, PROMTAIL, promtail);
        return sources.open(promtail, composeFile(call));
    }

    private Path promtailFile(Invocation call) {
        return call.get(PROMTAIL)
                .orElseGet(() -> stack(call)
                        .orElseThrow(() -> new UsageException(
                                call.commandName(), "the chosen box has no stack folder: give --promtail FILE"))
                        .resolve("promtail")
                        .resolve("promtail.yml"));
    }

    /** Beside a configuration that was named there is only the Compose file that was named too. */
    private Optional<Path> composeFile(Invocation call) {
        if (call.has(COMPOSE) || call.has(PROMTAIL)) {
            return call.get(COMPOSE);
        }
        return stack(call).flatMap(LocalBox::composeFile);
    }

    private Optional<Path> stack(Invocation call) {
        Box box = boxes.chosen(call.globals());
        return box.stack();
    }

    private ExitCode list(Invocation call) {
        List<CheckedTarget> targets = LogfileCheck.check(open(call).setup());
        LogfileViews.targets(Instant.now()).print(call.console(), call.format(), targets);
        return ExitCode.DONE;
    }

    private ExitCode check(Invocation call) {
        LogSetup setup = open(call).setup();
        List<CheckedTarget> targets = LogfileCheck.check(setup);
        LogfileViews.check(call.console(), call.format(), targets, Instant.now());
        call.console().out().flush();
        LogfileCheck.untaken(setup).forEach(file -> call.console().note("note: no target takes " + file));
        return targets.stream().anyMatch(CheckedTarget::isFaulty) ? ExitCode.NO : ExitCode.DONE;
    }

    private ExitCode add(Invocation call) {
        LogfileSources.LogFiles files = open(call);
        String path = sources.absolute(call.argument(1));
        PlannedChange change = files.add(call.argument(0), path);
        if (!new PathGlob(path).isGlob() && !Files.exists(Path.of(path))) {
            call.console().warn("file " + path + " does not exist yet");
        }
        return ChangeReview.run(call, change, afterwards(files, change));
    }

    private ExitCode remove(Invocation call) {
        LogfileSources.LogFiles files = open(call);
        PlannedChange change = files.remove(call.argument(0));
        return ChangeReview.run(call, change, afterwards(files, change));
    }

    /** A container gets another volume only when it is made anew, which a restart does not do. */
    private static String afterwards(LogfileSources.LogFiles files, PlannedChange change) {
        Optional<PromtailService> service = files.setup().service();
        boolean volumes = service.filter(promtail -> change.files().contains(Path.of(promtail.file())))
                .isPresent();
        return "monsh " + (volumes ? "up " : "restart ")
                + service.map(PromtailService::name).orElse("promtail");
    }
}
