package dev.monsh.command;

import dev.monsh.box.Box;
import dev.monsh.box.LocalBox;
import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UsageException;
import dev.monsh.logfile.CheckedTarget;
import dev.monsh.logfile.LogConfiguration;
import dev.monsh.logfile.LogSetup;
import dev.monsh.logfile.LogfileCheck;
import dev.monsh.logfile.LogfileEditor;
import dev.monsh.logfile.MountTable;
import dev.monsh.logfile.PathGlob;
import dev.monsh.logfile.PromtailConfig;
import dev.monsh.logfile.PromtailService;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.LogfileViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code logfile …}: the log files that Promtail ships, and the Compose volumes through which it sees them. */
public final class LogfileCommands {

    private static final OutputFormat[] LIST_FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };
    private static final OptionSpec PROMTAIL = OptionSpec.value(
            "promtail",
            "FILE",
            ValueKind.FILE,
            "Promtail's configuration, instead of promtail/promtail.yml of the stack");
    private static final OptionSpec COMPOSE =
            OptionSpec.value("compose", "FILE", ValueKind.FILE, "the Compose file, instead of the stack's");

    private final Boxes boxes;
    private final LogfileSources sources;

    public LogfileCommands(Boxes boxes, LogfileSources sources) {
        this.boxes = boxes;
        this.sources = sources;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                command("logfile list", "list the log files that Promtail ships")
                        .formats(LIST_FORMATS)
                        .example("monsh logfile list", "each service, its files, and when they were written last")
                        .runs(session, this::list),
                command("logfile check", "find what keeps log lines from their service")
                        .details("""
                                Files that are missing, unreadable or outside of the mounted folders, a file of two services, a
                                service of two targets, and log files that no target takes. Exit code 1 when there is a fault.
                                """)
                        .formats(LIST_FORMATS)
                        .example("monsh logfile check", "what is on the disk, compared with the stack's files")
                        .runs(session, this::check),
                command("logfile add", "ship a log file under a service's name")
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
                command("logfile remove", "ship a service's log files no longer")
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

    private record Opened(FileSnapshot promtail, Optional<FileSnapshot> compose, LogSetup setup) {}

    private Opened open(Invocation call) {
        FileSnapshot promtail = read(call, promtailFile(call));
        Optional<FileSnapshot> compose = composeFile(call).map(FileSnapshot::read);
        LogConfiguration configuration = sources.configuration();
        PromtailConfig targets = configuration.promtail(promtail.path().toString(), promtail.bytes());
        Optional<PromtailService> service = compose.map(file -> configuration
                .compose(file.path().toString(), file.bytes())
                .orElseThrow(() -> new ConfigurationException(List.of(new Problem(
                        file.path().toString(),
                        0,
                        0,
                        "no service named promtail, nor one whose image is Promtail's, is in this file")))));
        Path folder =
                compose.map(file -> file.path().toAbsolutePath().getParent()).orElseGet(sources::workingFolder);
        MountTable mounts =
                new MountTable(service.map(PromtailService::mounts).orElse(List.of()), folder, sources.home());
        return new Opened(promtail, compose, new LogSetup(targets, service, mounts));
    }

    private static FileSnapshot read(Invocation call, Path file) {
        return ProcessOptions.read(call, "promtail", file);
    }

    private Path promtailFile(Invocation call) {
        return call.option("promtail")
                .map(Path::of)
                .orElseGet(() -> stack(call)
                        .orElseThrow(() -> new UsageException(
                                call.commandName(), "the chosen box has no stack folder: give --promtail FILE"))
                        .resolve("promtail")
                        .resolve("promtail.yml"));
    }

    /** Beside a configuration that was named there is only the Compose file that was named too. */
    private Optional<Path> composeFile(Invocation call) {
        if (call.flag("compose") || call.flag("promtail")) {
            return call.option("compose").map(Path::of);
        }
        return stack(call).flatMap(LocalBox::composeFile);
    }

    private Optional<Path> stack(Invocation call) {
        Box box = boxes.chosen(call.globals());
        return box.stack();
    }

    private ExitCode list(Invocation call) {
        List<CheckedTarget> targets = LogfileCheck.check(open(call).setup());
        LogfileViews.targets().print(call.console(), call.format(), targets);
        return ExitCode.DONE;
    }

    private ExitCode check(Invocation call) {
        LogSetup setup = open(call).setup();
        List<CheckedTarget> targets = LogfileCheck.check(setup);
        LogfileViews.check(call.console(), call.format(), targets);
        call.console().out().flush();
        LogfileCheck.untaken(setup).forEach(file -> call.console().note("note: no target takes " + file));
        return targets.stream().anyMatch(CheckedTarget::isFaulty) ? ExitCode.NO : ExitCode.DONE;
    }

    private ExitCode add(Invocation call) {
        Opened opened = open(call);
        String path = absolute(call.argument(1));
        FileChanges changes = editor(opened).add(call.argument(0), path);
        if (!PathGlob.of(path).isGlob() && !Files.exists(Path.of(path))) {
            call.console().warn("there is no file " + path + " yet");
        }
        return review(call, opened, changes);
    }

    /** The console and scripts hand on a ~ as it was typed; a shell has replaced it already. */
    private String absolute(String path) {
        Path resolved = path.startsWith("~/")
                ? sources.home().resolve(path.substring(2))
                : sources.workingFolder().resolve(path);
        return resolved.normalize().toString();
    }

    private ExitCode remove(Invocation call) {
        Opened opened = open(call);
        return review(call, opened, editor(opened).remove(call.argument(0)));
    }

    private LogfileEditor editor(Opened opened) {
        return new LogfileEditor(sources.configuration(), opened.promtail(), opened.compose(), opened.setup());
    }

    /** A container gets another volume only when it is made anew, which a restart does not do. */
    private ExitCode review(Invocation call, Opened opened, FileChanges changes) {
        boolean volumes = changes.changes().stream()
                .map(FileChange::path)
                .anyMatch(path -> opened.compose()
                        .filter(file -> file.path().equals(path))
                        .isPresent());
        String name = opened.setup().service().map(PromtailService::name).orElse("promtail");
        return new ChangeReview(sources.files())
                .run(call, changes, List.of("to take effect: monsh " + (volumes ? "up " : "restart ") + name));
    }
}
