package dev.monsh.app.names;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Name;
import dev.monsh.cli.completion.Names;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.command.Boxes;
import dev.monsh.command.logs.LogPlaces;
import dev.monsh.command.process.ProcessSources;
import dev.monsh.failure.MonshException;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.ql.Selector;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.tailnet.TailnetSource;
import dev.monsh.terminal.Sanitizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Names for completion from the configuration, the servers and the disk; shown at once, asked for in the background. */
public final class LiveValues implements ValueSource {

    /** How long a source has for its answer, which nobody waits for. */
    public static final Duration REQUEST = Duration.ofSeconds(10);

    /** How long who asks can be kept waiting, and how old names may be before they are asked for again. */
    public enum Pace {
        /** At a keyboard, where a wait of 50 ms begins to be felt. */
        CONSOLE(Duration.ofMillis(35), Duration.ofSeconds(30)),
        /** For a shell, which starts the program for each completion: what it learns is on disk for the next. */
        SHELL(Duration.ofSeconds(2), Duration.ofMinutes(1));

        @SuppressWarnings("ImmutableEnumChecker") // a record of two durations
        private final BackgroundNames.Patience patience;

        Pace(Duration most, Duration fresh) {
            this.patience = new BackgroundNames.Patience(most, fresh);
        }
    }

    /** Files on this machine change while somebody edits them. */
    private static final String FILES = "files of ";

    private final Boxes boxes;
    private final Function<GlobalOptions, String> boxKey;
    private final Function<GlobalOptions, MetricsSource> sources;
    private final ProcessSources processes;
    private final Function<Path, Stack> stacks;
    private final LogPlaces logs;
    private final Supplier<TailnetSource> tailnet;
    private final Function<GlobalOptions, Map<String, String>> shortcuts;
    private final Path workingFolder;
    private final InstantSource clock;
    private final BackgroundNames background;

    /**
     * Returns names at a pace, kept in the cache folder of the user.
     *
     * @param boxKey what tells boxes apart, known without asking anybody
     */
    public static LiveValues at(
            Pace pace,
            Map<String, String> environment,
            Path home,
            Boxes boxes,
            Function<GlobalOptions, String> boxKey,
            Function<GlobalOptions, MetricsSource> sources,
            LogPlaces logs,
            ProcessSources processes,
            Function<Path, Stack> stacks,
            Supplier<TailnetSource> tailnet,
            Function<GlobalOptions, Map<String, String>> shortcuts,
            Path workingFolder,
            InstantSource clock) {
        NameStore store = new NameStore(NameStore.folder(environment, home));
        return new LiveValues(
                boxes,
                boxKey,
                sources,
                logs,
                processes,
                stacks,
                tailnet,
                shortcuts,
                workingFolder,
                clock,
                new BackgroundNames(store, clock, pace.patience));
    }

    LiveValues(
            Boxes boxes,
            Function<GlobalOptions, String> boxKey,
            Function<GlobalOptions, MetricsSource> sources,
            LogPlaces logs,
            ProcessSources processes,
            Function<Path, Stack> stacks,
            Supplier<TailnetSource> tailnet,
            Function<GlobalOptions, Map<String, String>> shortcuts,
            Path workingFolder,
            InstantSource clock,
            BackgroundNames background) {
        this.boxKey = boxKey;
        this.logs = logs;
        this.boxes = boxes;
        this.sources = sources;
        this.processes = processes;
        this.stacks = stacks;
        this.tailnet = tailnet;
        this.shortcuts = shortcuts;
        this.workingFolder = workingFolder;
        this.clock = clock;
        this.background = background;
    }

    @Override
    public void begin() {
        background.begin();
    }

    @Override
    public void prepare(GlobalOptions options) {
        Thread.ofVirtual().name("names").start(() -> {
            metricNames(options).metrics();
            metricNames(options).labels(Selector.ALL);
            logNames(options).labels(Selector.ALL);
        });
    }

    @Override
    public void whenNamesCome(Runnable listener) {
        background.whenNamesCome(listener);
    }

    Optional<NameState> state() {
        return background.state();
    }

    @Override
    public Optional<String> hint() {
        return background.state().map(new NamesText(clock.instant())::hint);
    }

    @Override
    public Optional<String> age(GlobalOptions options) {
        return background.asOf(boxKey.apply(options), PrometheusNames.METRICS).map(new NamesText(clock.instant())::age);
    }

    @Override
    public List<String> boxes(GlobalOptions options) {
        return quietly(() -> List.copyOf(boxes.all(options).keySet()));
    }

    @Override
    public Names metricNames(GlobalOptions options) {
        GlobalOptions brief = brief(options);
        return new PrometheusNames(background, boxKey.apply(options), () -> sources.apply(brief));
    }

    @Override
    public Names logNames(GlobalOptions options) {
        return new LokiNames(background, boxKey.apply(options), logs, brief(options), clock);
    }

    private static GlobalOptions brief(GlobalOptions options) {
        return new GlobalOptions(
                options.box(),
                Optional.empty(),
                options.config(),
                Optional.of(REQUEST),
                false,
                true,
                false,
                false,
                false);
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
        return ofStack(
                options,
                "rules",
                folder -> processes.rules(folder.resolve("process-exporter/config.yml")).config().rules().stream()
                        .flatMap(rule -> rule.text().name().stream())
                        .map(SourceText::value)
                        .toList());
    }

    @Override
    public List<String> services(GlobalOptions options) {
        return ofStack(
                options,
                "services",
                folder -> stacks.apply(folder).services().stream()
                        .map(StackService::name)
                        .toList());
    }

    @Override
    public List<String> logServices(GlobalOptions options) {
        return ofStack(options, "log services", folder -> processes.services(folder.resolve("promtail/promtail.yml")));
    }

    @Override
    public Map<String, String> shortcuts(GlobalOptions options) {
        return shortcuts.apply(options);
    }

    @Override
    public Map<String, String> tailnet(GlobalOptions options) {
        Map<String, String> found = new LinkedHashMap<>();
        background
                .names(
                        "tailnet",
                        "peers",
                        () -> tailnet.get().read().required().peers().stream()
                                .flatMap(peer -> peer.mainAddress().stream()
                                        .map(address -> new Name(Sanitizer.visible(peer.name()), address, "")))
                                .toList())
                .forEach(peer -> found.put(peer.text(), peer.kind()));
        return found;
    }

    /** Finding the demo's folder takes a while, so files are read in the background as well. */
    private List<String> ofStack(GlobalOptions options, String what, Function<Path, List<String>> reader) {
        GlobalOptions brief = brief(options);
        return background
                .names(
                        FILES + boxKey.apply(options),
                        what,
                        () -> boxes.chosen(brief).stack().map(reader).orElse(List.of()).stream()
                                .map(Name::of)
                                .toList())
                .stream()
                .map(Name::text)
                .toList();
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
        return new FileNames(workingFolder).of(prefix, foldersOnly);
    }
}
