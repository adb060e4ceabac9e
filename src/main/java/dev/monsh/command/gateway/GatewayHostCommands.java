package dev.monsh.command.gateway;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.edit.Bytes;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.edit.UnifiedDiff;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.check.SitePorts;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.transaction.ApplyOutcome;
import dev.monsh.gateway.transaction.ChangePlan;
import dev.monsh.gateway.transaction.GatewayFile;
import dev.monsh.gateway.transaction.GatewayReading;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.DiffView;
import dev.monsh.view.gateway.GatewayHostViews;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code gateway check|diff|history|rollback}: the gateway's machine itself, and what was done on it. */
public final class GatewayHostCommands {

    private static final Option.Single<Integer> LIMIT =
            Option.number("limit", 1, "only the newest N changes; default 20");

    private static final OutputFormat[] FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };
    private static final int SHOWN = 20;

    private final GatewayAccess access;
    private final Supplier<PortProbe> outside;

    /** Takes what connects, and what asks ports from this machine. */
    public GatewayHostCommands(GatewayAccess access, Supplier<PortProbe> outside) {
        this.access = access;
        this.outside = outside;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                command("gateway check", "Check the path to every box, hop by hop")
                        .details("""
                                Changes nothing. The hops are SSH, the file, nginx's configuration, nginx and its
                                workers. For each mapping it checks that nginx owns the port, the box answers the
                                gateway, and the public port answers from here, and for Loki that live tail works and
                                a push does not. The exit code is 1 if a hop fails.
                                """)
                        .formats(FORMATS)
                        .example("monsh gateway check", "the state of each hop")
                        .runs(session, this::check),
                command("gateway diff", "Compare a file with the one on the gateway")
                        .required("FILE", ValueKind.FILE)
                        .example("monsh gateway diff monitoring-proxy", "exit code 1 when they differ")
                        .runs(session, this::diff),
                command("gateway history", "List the changes made on the gateway and their outcome")
                        .option(LIMIT)
                        .formats(FORMATS)
                        .example("monsh gateway history", "the newest changes, oldest first")
                        .runs(session, this::history),
                command("gateway rollback", "Restore the file as it was before a change")
                        .details("""
                                Without ID, this undoes the last change that was applied. Later changes to the file
                                are undone too; the diff shows them. A rollback is a change like any other, with a
                                test, a backup and a history entry, so you can roll it back as well.
                                """)
                        .optional("ID", ValueKind.TEXT)
                        .example("monsh gateway rollback", "undo the last change")
                        .example("monsh gateway rollback 7 --dry-run", "what would be restored")
                        .runs(session, this::rollback));
    }

    private static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name).group("Gateway").summary(summary);
    }

    private ExitCode check(Invocation call) {
        try (GatewayLink link = access.open(call.globals())) {
            CheckReport.Seen seen = new CheckReport(outside).run(call, link);
            if (seen.fresh()) {
                call.console().note("  try: " + CheckReport.firstMapping(access.boxes(call.globals())));
            }
            return seen.good() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    /** Reads the file, and tells of changes that an earlier run did not see the end of. */
    static GatewayReading read(Invocation call, GatewayLink link) {
        GatewayReading reading = link.transaction().read(link.path());
        reading.untold().forEach(new GatewayNews(call.console())::tell);
        return reading;
    }

    /** Reads the file also where nginx rejects it or does not run, and says so. */
    private static GatewayReading look(Invocation call, GatewayLink link) {
        GatewayReading reading = link.transaction().look(link.path());
        reading.untold().forEach(new GatewayNews(call.console())::tell);
        reading.trouble().ifPresent(GatewayCommands.warning(call));
        return reading;
    }

    private ExitCode diff(Invocation call) {
        FileSnapshot mine = FileSnapshot.read(Path.of(call.argument(0)));
        try (GatewayLink link = access.open(call.globals())) {
            GatewayReading reading = look(call, link);
            GatewayFile theirs = reading.file();
            UnifiedDiff difference = UnifiedDiff.between(theirs.bytes().toArray(), mine.bytes());
            new DiffView(call.console()).print(difference.bytes(name(link), call.argument(0)));
            return difference.isEmpty() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private static String name(GatewayLink link) {
        return link.host().name() + ":" + link.path();
    }

    private ExitCode history(Invocation call) {
        int limit = call.get(LIMIT).orElse(SHOWN);
        try (GatewayLink link = access.open(call.globals())) {
            GatewayHostViews.history(Instant.now())
                    .print(call.console(), call.format(), link.transaction().history(limit));
            return ExitCode.DONE;
        }
    }

    private ExitCode rollback(Invocation call) {
        try (GatewayLink link = access.open(call.globals())) {
            GatewayReading reading = look(call, link);
            GatewayFile now = reading.down() ? reading.file() : read(call, link).file();
            ChangePlan same = link.transaction().rollback(now, call.optionalArgument(0), SitePorts::claims);
            ChangePlan plan = reading.down() ? same.inEmergency() : same;
            plan.companion()
                    .ifPresent(file -> call.console()
                            .note(file.path() + (file.bytes().isPresent() ? " is restored" : " is reverted too")));
            return agreed(call, link, now.bytes(), plan.newBytes()) ? apply(call, link, plan) : unwritten(call);
        }
    }

    private static ExitCode apply(Invocation call, GatewayLink link, ChangePlan plan) {
        if (call.globals().dryRun()) {
            call.console().note("nothing was changed: this was a dry run");
            return ExitCode.DONE;
        }
        ApplyOutcome.Applied applied = link.transaction().apply(plan);
        String state = applied.note().isEmpty() ? "nginx runs with it" : "the file is restored, but " + applied.note();
        call.console().note(state + "; this is change " + applied.id() + ": " + plan.summary());
        return ExitCode.DONE;
    }

    private static ExitCode unwritten(Invocation call) {
        call.console().note("nothing was changed");
        return ExitCode.NO;
    }

    /** Shows the difference, and asks where that is needed. */
    private static boolean agreed(Invocation call, GatewayLink link, Bytes before, Bytes after) {
        Console console = call.console();
        boolean asks = !call.globals().dryRun() && !call.globals().yes();
        if (asks && !call.canAsk()) {
            throw new UsageException(
                    call.commandName(),
                    "would change " + name(link)
                            + ", but can't ask without a terminal: add --yes, or --dry-run to only see the change");
        }
        new DiffView(console)
                .print(UnifiedDiff.between(before.toArray(), after.toArray()).bytes(name(link), name(link)));
        return !asks || call.confirms("apply this?");
    }
}
