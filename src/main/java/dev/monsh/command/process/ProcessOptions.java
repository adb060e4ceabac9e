package dev.monsh.command.process;

import dev.monsh.box.Box;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.OptionSpec;
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

    static final OptionSpec CONFIG = OptionSpec.value(
            "config", "FILE", ValueKind.FILE, "the rules, instead of process-exporter/config.yml of the box's stack");
    static final OptionSpec PROCFS =
            OptionSpec.value("procfs", "DIR", ValueKind.FOLDER, "the processes of DIR, instead of /proc");
    static final OptionSpec PS = OptionSpec.value(
            "ps", "FILE", ValueKind.FILE, "the processes of a saved output of ps; - reads it from stdin");
    static final OptionSpec NO_CHILDREN = OptionSpec.flag(
            "no-children", ' ', "leave out the children of matched processes: process-exporter with -children=false");
    static final List<OptionSpec> RULE = List.of(
            OptionSpec.value("name", "T", ValueKind.TEXT, "the template of a rule's name"),
            OptionSpec.value("comm", "C", ValueKind.TEXT, "a comm that the rule takes; may stand several times")
                    .repeated(),
            OptionSpec.value("exe", "E", ValueKind.TEXT, "an exe that the rule takes; may stand several times")
                    .repeated(),
            OptionSpec.value(
                            "cmdline",
                            "RE",
                            ValueKind.TEXT,
                            "a regex that the command line must have; may stand several times")
                    .repeated());

    private static final Path PROC = Path.of("/proc");

    private final Boxes boxes;
    private final ProcessSources sources;

    ProcessOptions(Boxes boxes, ProcessSources sources) {
        this.boxes = boxes;
        this.sources = sources;
    }

    /** Returns the configuration file: the one named, else the one of the chosen box's stack. */
    Path configFile(Invocation call) {
        return call.option("config")
                .map(Path::of)
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
        requireThere(call, "config", file);
        return sources.rules(file);
    }

    /** Names the option for another file where the stack does not have the one that was looked for. */
    public static void requireThere(Invocation call, String option, Path file) {
        if (!call.flag(option) && Files.notExists(file)) {
            throw new ConfigurationException(
                    List.of(new Problem(file.toString(), 0, 0, "there is no such file")),
                    "monsh " + call.commandName() + " --" + option + " FILE");
        }
    }

    /** Returns the rule on the line, else the configuration file; faults of either are thrown together. */
    MatcherConfig config(Invocation call) {
        boolean onLine = RULE.stream().anyMatch(option -> call.flag(option.longName()));
        if (!onLine) {
            return ruleFile(call).config().orThrow();
        }
        if (call.flag("config")) {
            throw new UsageException(call.commandName(), "give --config, or a rule on the line, not both");
        }
        return MatcherConfig.ofRule(rule(call)).orThrow();
    }

    /** Returns the rule that the options of the line make. */
    static RuleText rule(Invocation call) {
        return RuleText.ofOptions(
                call.commandName(),
                call.option("name"),
                call.options("comm"),
                call.options("exe"),
                call.options("cmdline"));
    }

    /** Returns where the processes are. Reading from stdin is done here and once. */
    ProcessTable table(Invocation call) {
        Optional<String> ps = call.option("ps");
        Optional<Path> procfs = call.option("procfs").map(Path::of);
        if (ps.isPresent() && procfs.isPresent()) {
            throw new UsageException(call.commandName(), "give --procfs or --ps, not both");
        }
        if (procfs.filter(folder -> !Files.isDirectory(folder)).isPresent()) {
            throw new UsageException("--procfs " + procfs.get(), "there is no such folder");
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
        return !call.flag("no-children");
    }

    /** Returns an argument that is a process id. */
    static int pid(Invocation call) {
        String text = call.argument(0);
        if (!text.matches("[0-9]{1,9}")) {
            throw new UsageException(call.commandName() + " " + text, "is no process id", "monsh process ps");
        }
        return Integer.parseInt(text);
    }
}
