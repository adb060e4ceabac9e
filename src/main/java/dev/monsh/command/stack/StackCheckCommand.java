package dev.monsh.command.stack;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Counted;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Finding;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.Severity;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.check.InlineFiles;
import dev.monsh.stack.check.StackCheck;
import dev.monsh.view.stack.StackFindingsView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code stack check}: what is wrong with the stack's files, before it is started. */
public final class StackCheckCommand {

    private static final Option.Flag STRICT = Option.flag("strict", "fail on warnings too");

    private final StackChoice choice;
    private final StackSources stacks;
    private final StackCheckSources sources;

    public StackCheckCommand(Boxes boxes, StackSources stacks, StackCheckSources sources) {
        this.choice = new StackChoice(boxes, stacks);
        this.stacks = stacks;
        this.sources = sources;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("stack check")
                .group("Stack")
                .summary("Find what is wrong with the stack's files")
                .details("""
                        Checks the Compose file and the configuration of the four servers, each on its own and against
                        each other: ports, names, mounts, scrape targets, log files. promtool and docker compose are
                        used too if they are available. Nothing is started or changed. The exit code is 1 if there are
                        errors, or with --strict warnings; it is 2 if a required file is missing or can't be read.
                        """)
                .option(StackChoice.STACK)
                .option(STRICT)
                .formats(StackCommands.FORMATS)
                .example("monsh stack check", "the stack of the chosen box, or of this folder")
                .example("monsh stack check --strict -o json", "for a CI job")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        Path folder = choice.folder(call);
        StackReading reading;
        try {
            reading = stacks.read(folder);
        } catch (ConfigurationException e) {
            return unreadable(call, folder, e);
        }
        try (InlineFiles inline = InlineFiles.write(reading)) {
            return checked(call, inline);
        }
    }

    private ExitCode checked(Invocation call, InlineFiles inline) {
        StackReading reading = inline.reading();
        StackCheck.Result result = sources.check().check(reading, ownPorts(call, reading));
        List<Finding> findings = new ArrayList<>(result.findings());
        addLogs(reading, findings);
        addRules(reading, findings);
        findings.replaceAll(inline::placed);
        print(call, reading.stack().folder(), findings);
        if (!result.complete()) {
            return ExitCode.USAGE;
        }
        return verdict(findings, call.get(STRICT));
    }

    /**
     * A Compose file that has faults is an answer; where there is none at all there is nothing to check. What only monsh
     * cannot read is no fault: Compose's own reading is checked instead.
     */
    private ExitCode unreadable(Invocation call, Path folder, ConfigurationException e) {
        if (e.problems().getFirst().line() == 0) {
            throw e;
        }
        if (stacks.byCompose(folder) instanceof StackSources.ComposeReading.Taken(StackReading reading)) {
            e.problems()
                    .forEach(problem -> call.console()
                            .note(problem + "; but Docker Compose accepts the file, so its reading is checked"));
            try (InlineFiles inline = InlineFiles.write(reading)) {
                return checked(call, inline);
            }
        }
        print(
                call,
                folder,
                e.problems().stream()
                        .map(problem -> new Finding(Severity.ERROR, "", problem, ""))
                        .toList());
        return ExitCode.NO;
    }

    private static ExitCode verdict(List<Finding> findings, boolean strict) {
        boolean bad = findings.stream()
                .anyMatch(finding ->
                        finding.severity() == Severity.ERROR || (strict && finding.severity() == Severity.WARNING));
        return bad ? ExitCode.NO : ExitCode.DONE;
    }

    /** Returns the ports on which the stack's own services listen now. */
    private Set<Integer> ownPorts(Invocation call, StackReading reading) {
        Set<Integer> ports = new HashSet<>();
        try {
            List<ServiceStatus> statuses = stacks.engine(Optional.empty(), reading.stack(), StackChoice.patience(call))
                    .engine()
                    .status(reading.stack());
            for (ServiceStatus status : statuses) {
                if (status.state() == ServiceState.RUNNING || status.state() == ServiceState.STARTING) {
                    reading.stack()
                            .find(status.service())
                            .ifPresent(service -> service.ports().stream()
                                    .map(PublishedPort::published)
                                    .forEach(ports::add));
                }
            }
        } catch (MonshException e) {
            call.console().note("note: it is unknown whether the stack is running: " + e.getMessage());
        }
        return ports;
    }

    private void addLogs(StackReading reading, List<Finding> findings) {
        reading.stack()
                .find(Service.PROMTAIL)
                .ifPresent(service -> service.configuration()
                        .filter(Files::isReadable)
                        .ifPresent(file -> new StackLogFindings(service.name(), findings)
                                .add(() -> sources.logs(reading, service, file))));
    }

    private void addRules(StackReading reading, List<Finding> findings) {
        reading.stack()
                .find(Service.PROCESS_EXPORTER)
                .ifPresent(service -> service.configuration()
                        .filter(Files::isReadable)
                        .ifPresent(file -> StackRuleFindings.add(service.name(), sources.rules(file), findings)));
    }

    private static void print(Invocation call, Path folder, List<Finding> findings) {
        List<Finding> sorted =
                findings.stream().distinct().sorted(Finding.ORDER).toList();
        new StackFindingsView(folder).print(call.console(), call.format(), sorted);
        call.console().out().flush();
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        sorted.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        call.console()
                .note(folder + ": "
                        + counted(counts, Severity.ERROR, "error") + ", "
                        + counted(counts, Severity.WARNING, "warning") + ", "
                        + counted(counts, Severity.NOTE, "remark"));
    }

    private static String counted(Map<Severity, Integer> counts, Severity severity, String noun) {
        return Counted.of(counts.getOrDefault(severity, 0), noun);
    }
}
