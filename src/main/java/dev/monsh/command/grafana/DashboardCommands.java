package dev.monsh.command.grafana;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.edit.UnifiedDiff;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RejectedException;
import dev.monsh.grafana.Dashboard;
import dev.monsh.grafana.dashboard.DashboardChange;
import dev.monsh.grafana.dashboard.DashboardText;
import dev.monsh.grafana.dashboard.Dashboards;
import dev.monsh.view.DiffView;
import dev.monsh.view.grafana.GrafanaViews;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code grafana dashboard …}: the dashboard of each box and the one of all boxes. */
public final class DashboardCommands {

    private static final int MODE = 0644;

    private final Grafanas grafanas;
    private final Boxes boxes;
    private final Path workingFolder;
    private final Supplier<AtomicFile> files;

    /** Takes what reaches Grafana, the configuration, and what writes files. */
    public DashboardCommands(Grafanas grafanas, Boxes boxes, Path workingFolder, Supplier<AtomicFile> files) {
        this.grafanas = grafanas;
        this.boxes = boxes;
        this.workingFolder = workingFolder;
        this.files = files;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                GrafanaCommand.list("grafana dashboard list", "List monsh's dashboards and whether Grafana has them")
                        .details("""
                                Every box in the configuration has a dashboard, and 'fleet' shows all boxes, one row
                                each.
                                """)
                        .example("monsh grafana dashboard list", "which are missing, up to date or different")
                        .runs(session, this::list),
                push().runs(session, this::push),
                GrafanaCommand.named("grafana dashboard diff", "Show how Grafana's dashboards differ from monsh's")
                        .details("Lines with - are Grafana's, lines with + are monsh's. Exit code 1 when any differs.")
                        .optional("NAME", ValueKind.BOX)
                        .example("monsh grafana dashboard diff fleet", "what 'push' would change")
                        .runs(session, this::diff),
                GrafanaCommand.named("grafana dashboard pull", "Save a dashboard of Grafana to a file")
                        .details("""
                                The file contains the dashboard's JSON, sorted by name and without Grafana's own
                                counters, so you can keep it in git. If the file exists, you see a diff and are asked,
                                and a backup is kept.
                                """)
                        .required("UID", ValueKind.TEXT)
                        .required("FILE", ValueKind.FILE)
                        .example("monsh grafana dashboard pull monsh-fleet fleet.json", "keep what people changed")
                        .runs(session, this::pull));
    }

    private static MonshCommand.Builder push() {
        return GrafanaCommand.named("grafana dashboard push", "Push monsh's dashboards to Grafana")
                .details("""
                        NAME is a box or 'fleet'; without a name, all dashboards are pushed. A dashboard that Grafana
                        does not have is added. If one differs, you see a diff and are asked before it is replaced, so
                        nobody's change is lost unseen; it stays in its folder. If somebody saves another version
                        meanwhile, that is a conflict (exit code 7).
                        """)
                .anyNumber("NAME", ValueKind.BOX)
                .example("monsh grafana dashboard push", "all boxes and the fleet")
                .example("monsh grafana dashboard push aibox-2 --dry-run", "what would change");
    }

    private Dashboards dashboards(Invocation call) {
        List<String> names =
                List.copyOf(boxes.store(call.globals()).load().boxes().keySet());
        return new Dashboards(grafanas.open(call.globals()), names);
    }

    private ExitCode list(Invocation call) {
        Dashboards dashboards = dashboards(call);
        List<DashboardChange> changes =
                dashboards.called(List.of()).stream().map(dashboards::look).toList();
        GrafanaViews.dashboards().print(call.console(), call.format(), changes);
        return ExitCode.DONE;
    }

    private ExitCode push(Invocation call) {
        Dashboards dashboards = dashboards(call);
        ExitCode code = ExitCode.DONE;
        for (DashboardChange change : dashboards.called(call.argumentsFrom(0)).stream()
                .map(dashboards::look)
                .toList()) {
            if (!push(call, dashboards, change)) {
                code = ExitCode.NO;
            }
        }
        return code;
    }

    private static boolean push(Invocation call, Dashboards dashboards, DashboardChange change) {
        String uid = change.wanted().uid();
        boolean dry = call.globals().dryRun();
        switch (change.state()) {
            case SAME -> call.console().note("dashboard " + uid + ": up to date, nothing changed");
            case MISSING -> {
                if (!dry) {
                    dashboards.push(change);
                }
                call.console().note((dry ? "would add dashboard " : "added dashboard ") + uid);
            }
            case DIFFERENT -> {
                new DiffView(call.console()).print(change.diff());
                if (!GrafanaCommand.agreed(call, "replace dashboard " + uid, "replace dashboard " + uid + "?")) {
                    return dry;
                }
                dashboards.push(change);
                call.console().note("replaced dashboard " + uid);
            }
        }
        return true;
    }

    private ExitCode diff(Invocation call) {
        Dashboards dashboards = dashboards(call);
        boolean same = true;
        List<String> names = call.optionalArgument(0).stream().toList();
        for (DashboardChange change :
                dashboards.called(names).stream().map(dashboards::look).toList()) {
            switch (change.state()) {
                case SAME -> {}
                case MISSING -> {
                    same = false;
                    call.console().note("dashboard " + change.wanted().uid() + ": not in Grafana");
                }
                case DIFFERENT -> {
                    same = false;
                    new DiffView(call.console()).print(change.diff());
                }
            }
        }
        return same ? ExitCode.DONE : ExitCode.NO;
    }

    private ExitCode pull(Invocation call) {
        String uid = call.argument(0);
        Path file = AtomicFile.named(workingFolder, Path.of(call.argument(1)));
        Dashboard dashboard = grafanas.open(call.globals())
                .dashboard(uid)
                .orElseThrow(() -> new RejectedException(
                        "dashboard " + uid, "Grafana has none with this uid", "monsh grafana dashboard list"));
        byte[] text = DashboardText.of(dashboard.model()).getBytes(StandardCharsets.UTF_8);
        Optional<FileSnapshot> present = FileSnapshot.readIfPresent(file);
        if (present.isEmpty()) {
            if (!call.globals().dryRun()) {
                files.get().create(file, text, MODE);
            }
            call.console().note((call.globals().dryRun() ? "would write " : "wrote ") + file);
            return ExitCode.DONE;
        }
        return replace(call, present.get(), text);
    }

    private ExitCode replace(Invocation call, FileSnapshot present, byte[] text) {
        byte[] diff = UnifiedDiff.between(present.bytes(), text)
                .bytes(present.path().toString(), present.path().toString());
        if (diff.length == 0) {
            call.console().note(present.path() + ": up to date, nothing changed");
            return ExitCode.DONE;
        }
        new DiffView(call.console()).print(diff);
        if (!GrafanaCommand.agreed(call, "replace " + present.path(), "replace " + present.path() + "?")) {
            return call.globals().dryRun() ? ExitCode.DONE : ExitCode.NO;
        }
        Optional<Path> kept = files.get().replace(present, text, new Backup.Beside());
        call.console()
                .note("wrote " + present.path()
                        + kept.map(path -> "; backup: " + path).orElse(""));
        return ExitCode.DONE;
    }
}
