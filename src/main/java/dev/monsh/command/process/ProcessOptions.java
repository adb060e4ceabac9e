package dev.monsh.command.process;

import dev.monsh.box.Box;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.Option;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UsageException;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.ProcessSnapshot;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options that say which rules and which processes a command is about. */
public final class ProcessOptions {

    static final Option.Single<Path> CONFIG =
            Option.file("config", "FILE", "the rules; default: process-exporter/config.yml in the box's stack");
    static final Option.Single<Path> PROCFS = Option.folder("procfs", "read processes from DIR instead of /proc");
    static final Option.Single<String> PS =
            Option.text("ps", "FILE", ValueKind.FILE, "read processes from saved ps output; - means stdin");
    static final Option.Flag NO_CHILDREN = Option.flag(
            "no-children", "exclude children of matched processes, like process-exporter's -children=false");
    static final Option.Single<String> NAME =
            Option.text("name", "T", ValueKind.TEXT, "the template for the rule's name");
    static final Option.Repeated<String> COMM = Option.text(
                    "comm", "C", ValueKind.TEXT, "a comm that the rule matches; repeatable")
            .repeated();
    static final Option.Repeated<String> EXE = Option.text(
                    "exe", "E", ValueKind.TEXT, "an exe that the rule matches; repeatable")
            .repeated();
    static final Option.Repeated<String> CMDLINE = Option.text(
                    "cmdline", "RE", ValueKind.TEXT, "a regex that the command line must match; repeatable")
            .repeated();
    static final List<Option<?>> RULE = List.of(NAME, COMM, EXE, CMDLINE);

    private static final Path PROC = Path.of("/proc");

    private final Boxes boxes;
    private final ProcessSources sources;

    ProcessOptions(Boxes boxes, ProcessSources sources) {
        this.boxes = boxes;
        this.sources = sources;
    }

    /** Returns the configuration file: the one named, else the one of the chosen box's stack. */
    Path configFile(Invocation call) {
        return call.get(CONFIG)
                .orElseGet(() ->
                        stack(call, "--config FILE").resolve("process-exporter").resolve("config.yml"));
    }

    /** Returns the folder of the chosen box's stack. */
    Path stack(Invocation call, String instead) {
        Box box = boxes.chosen(call.globals());
        return box.stack()
                .orElseThrow(() -> new UsageException(
                        call.commandName(), "the box " + box.name() + " has no stack folder: give " + instead));
    }

    /** Reads the configuration file, which must be there. */
    RuleFile ruleFile(Invocation call) {
        Path file = configFile(call);
        requireThere(call, CONFIG, file);
        return sources.rules(file);
    }

    /** Names the option for another file where the stack does not have the one that was looked for. */
    public static void requireThere(Invocation call, Option<Optional<Path>> option, Path file) {
        if (!call.has(option) && Files.notExists(file)) {
            throw new ConfigurationException(
                    List.of(new Problem(file.toString(), 0, 0, "no such file")),
                    "monsh " + call.commandName() + " " + option + " FILE");
        }
    }

    /** Returns the rule on the line, else the configuration file; faults of either are thrown together. */
    MatcherConfig config(Invocation call) {
        boolean onLine = RULE.stream().anyMatch(call::has);
        if (!onLine) {
            return startable(call);
        }
        if (call.has(CONFIG)) {
            throw new UsageException(call.commandName(), "use either --config or a rule on the command line, not both");
        }
        return warned(call, MatcherConfig.ofRule(rule(call)).orThrow());
    }

    /** Returns the configuration file, which process-exporter must take; what monsh cannot compute of it is noted. */
    MatcherConfig startable(Invocation call) {
        return warned(call, ruleFile(call).config().orThrow());
    }

    private static MatcherConfig warned(Invocation call, MatcherConfig config) {
        config.rules()
                .forEach(rule -> rule.name()
                        .notComputed()
                        .ifPresent(problem -> call.console().note("note: " + problem)));
        return config;
    }

    /** Returns the rule that the options of the line make. */
    static RuleText rule(Invocation call) {
        return RuleText.ofOptions(
                call.commandName(),
                key -> call.commandName() + " --" + key,
                call.get(NAME),
                call.get(COMM),
                call.get(EXE),
                call.get(CMDLINE));
    }

    /** Returns where the processes are. Reading from stdin is done here and once. */
    ProcessTable table(Invocation call) {
        Optional<String> ps = call.get(PS);
        Optional<Path> procfs = call.get(PROCFS);
        if (ps.isPresent() && procfs.isPresent()) {
            throw new UsageException(call.commandName(), "use either --procfs or --ps, not both");
        }
        if (procfs.filter(folder -> !Files.isDirectory(folder)).isPresent()) {
            throw new UsageException("--procfs " + procfs.get(), "no such folder");
        }
        return ps.map(file -> file.equals("-") ? sources.psOnStdin() : sources.ps(Path.of(file)))
                .orElseGet(() -> sources.procfs(procfs.orElse(PROC)));
    }

    /** Reads the processes and says what the place that they come from can't tell. */
    static ProcessSnapshot snapshot(Invocation call, ProcessTable table, Set<ProcessDetail> details) {
        ProcessSnapshot snapshot = table.read(details);
        snapshot.caveats().forEach(caveat -> call.console().note("note: " + caveat));
        return snapshot;
    }

    static boolean children(Invocation call) {
        return !call.get(NO_CHILDREN);
    }

    /** Returns an argument that is a process id. */
    static int pid(Invocation call) {
        String text = call.argument(0);
        if (!text.matches("[0-9]{1,9}")) {
            throw new UsageException(call.commandName() + " " + text, "is not a process id", "monsh process ps");
        }
        return Integer.parseInt(text);
    }
}
