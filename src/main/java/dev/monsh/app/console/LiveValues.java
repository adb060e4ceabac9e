package dev.monsh.app.console;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.command.Boxes;
import dev.monsh.command.logs.LogPlaces;
import dev.monsh.command.logs.LogsCommands;
import dev.monsh.command.process.ProcessSources;
import dev.monsh.failure.MonshException;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TimeRange;
import dev.monsh.metrics.Labels;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.tailnet.Peer;
import dev.monsh.tailnet.TailnetSource;
import dev.monsh.terminal.Sanitizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Names for completion from the configuration, the servers and the disk; asked briefly and kept for a while. */
public final class LiveValues implements ValueSource {

    /** How long a source is waited for while somebody types. */
    public static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration LOOK_BACK = Duration.ofHours(6);

    private final Boxes boxes;
    private final Function<GlobalOptions, MetricsSource> sources;
    private final ProcessSources processes;
    private final Function<Path, Stack> stacks;
    private final LogPlaces logs;
    private final Supplier<TailnetSource> tailnet;
    private final Path workingFolder;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(List<String> names, Instant until) {}

    public LiveValues(
            Boxes boxes,
            Function<GlobalOptions, MetricsSource> sources,
            LogPlaces logs,
            ProcessSources processes,
            Function<Path, Stack> stacks,
            Supplier<TailnetSource> tailnet,
            Path workingFolder,
            InstantSource clock) {
        this.logs = logs;
        this.boxes = boxes;
        this.sources = sources;
        this.processes = processes;
        this.stacks = stacks;
        this.tailnet = tailnet;
        this.workingFolder = workingFolder;
        this.clock = clock;
    }

    @Override
    public List<String> boxes(GlobalOptions options) {
        return quietly(() -> List.copyOf(boxes.store(options).load().boxes().keySet()));
    }

    @Override
    public List<String> metrics(GlobalOptions options) {
        return labelValues(options, Labels.NAME);
    }

    @Override
    public List<String> labels(GlobalOptions options) {
        return remembered("labels", options, brief -> sources.apply(brief).labelNames(List.of()));
    }

    @Override
    public List<String> labelValues(GlobalOptions options, String label) {
        return remembered(
                "values of " + label, options, brief -> sources.apply(brief).labelValues(label, List.of()));
    }

    @Override
    public List<String> logLabels(GlobalOptions options) {
        return remembered(
                "labels of logs",
                options,
                brief -> logNames(brief, source -> source.labelNames(lastHours()), LogsCommands::labelNames));
    }

    @Override
    public List<String> logLabelValues(GlobalOptions options, String label) {
        return remembered(
                "values of logs' " + label,
                options,
                brief -> logNames(
                        brief,
                        source -> source.labelValues(label, lastHours()),
                        streams -> LogsCommands.labelValues(streams, label)));
    }

    /** Asks Loki, and where that gives nothing the files. */
    private List<String> logNames(
            GlobalOptions options,
            Function<LogSource, List<String>> loki,
            Function<List<dev.monsh.logs.Labels>, List<String>> files) {
        try {
            return loki.apply(logs.requiredLoki(options));
        } catch (MonshException e) {
            return logs.files(options).map(from -> files.apply(from.streams())).orElse(List.of());
        }
    }

    private TimeRange lastHours() {
        long now = clock.millis() * 1_000_000;
        return new TimeRange(now - LOOK_BACK.toNanos(), now);
    }

    private List<String> remembered(
            String what, GlobalOptions options, Function<GlobalOptions, List<String>> question) {
        GlobalOptions brief = new GlobalOptions(
                options.box(),
                Optional.empty(),
                options.config(),
                Optional.of(PATIENCE),
                false,
                true,
                false,
                false,
                false);
        String key = what + brief;
        Kept known = kept.get(key);
        if (known == null || clock.instant().isAfter(known.until())) {
            List<String> names = quietly(() -> question.apply(brief));
            known = new Kept(names, clock.instant().plus(KEPT));
            kept.put(key, known);
        }
        return known.names();
    }

    @Override
    public Map<String, String> processes(GlobalOptions options) {
        Map<String, String> found = new LinkedHashMap<>();
        try {
            processes
                    .procfs(Path.of("/proc"))
                    .read(EnumSet.noneOf(ProcessDetail.class))
                    .processes()
                    .forEach(process -> found.put(
                            String.valueOf(process.pid()),
                            Sanitizer.visible(process.comm() + " " + process.commandLine())));
        } catch (MonshException e) {
            // a machine without /proc completes no process
        }
        return found;
    }

    @Override
    public List<String> rules(GlobalOptions options) {
        return ofStackFile(
                options,
                "process-exporter/config.yml",
                file -> processes.rules(file).config().rules().stream()
                        .flatMap(rule -> rule.text().name().stream())
                        .map(SourceText::value)
                        .toList());
    }

    @Override
    public List<String> services(GlobalOptions options) {
        return quietly(() -> boxes.chosen(options)
                .stack()
                .map(folder -> stacks.apply(folder).services().stream()
                        .map(StackService::name)
                        .toList())
                .orElse(List.of()));
    }

    @Override
    public List<String> logServices(GlobalOptions options) {
        return ofStackFile(options, "promtail/promtail.yml", processes::services);
    }

    @Override
    public Map<String, String> tailnet(GlobalOptions options) {
        Map<String, String> found = new LinkedHashMap<>();
        try {
            for (Peer peer : tailnet.get().read().required().peers()) {
                peer.mainAddress().ifPresent(address -> found.put(Sanitizer.visible(peer.name()), address));
            }
        } catch (MonshException e) {
            // a machine without Tailscale completes none
        }
        return found;
    }

    private List<String> ofStackFile(GlobalOptions options, String name, Function<Path, List<String>> reader) {
        return quietly(() -> boxes.chosen(options)
                .stack()
                .map(folder -> reader.apply(folder.resolve(name)))
                .orElse(List.of()));
    }

    private static List<String> quietly(Supplier<List<String>> question) {
        try {
            return question.get();
        } catch (MonshException e) {
            // a server that is away completes nothing; the command itself will say why
            return List.of();
        }
    }

    @Override
    public List<String> files(String prefix, boolean foldersOnly) {
        int slash = prefix.lastIndexOf('/');
        String folder = prefix.substring(0, slash + 1);
        String begin = prefix.substring(slash + 1);
        try (Stream<Path> entries = Files.list(workingFolder.resolve(folder))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(begin))
                    .filter(entry ->
                            !begin.isEmpty() || !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !foldersOnly || Files.isDirectory(entry))
                    .map(entry -> folder + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
