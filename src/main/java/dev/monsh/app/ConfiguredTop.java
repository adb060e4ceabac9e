package dev.monsh.app;

import dev.monsh.adapter.host.ProcfsMachine;
import dev.monsh.adapter.host.ProcfsMeter;
import dev.monsh.adapter.host.ProcfsTable;
import dev.monsh.app.names.LiveValues;
import dev.monsh.app.sources.LocalFiles;
import dev.monsh.app.sources.LogSources;
import dev.monsh.app.sources.RulesOfStack;
import dev.monsh.app.sources.Sources;
import dev.monsh.app.sources.StackEngines;
import dev.monsh.app.sources.Surroundings;
import dev.monsh.box.Box;
import dev.monsh.box.LocalBox;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.stack.StackSources;
import dev.monsh.command.top.Top;
import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.frame.FrameView;
import dev.monsh.dashboard.frame.Look;
import dev.monsh.dashboard.loop.DashboardLoop;
import dev.monsh.dashboard.loop.OneFrame;
import dev.monsh.dashboard.record.FrameText;
import dev.monsh.dashboard.record.Recording;
import dev.monsh.dashboard.record.SvgPicture;
import dev.monsh.dashboard.screen.LanternaDisplay;
import dev.monsh.dashboard.source.BoxSources;
import dev.monsh.dashboard.source.BoxSources.Running;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Size;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.logs.tail.LogTail;
import dev.monsh.os.AtomicFile;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.TerminalProfile;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The dashboard, with the sources that the configuration names. */
final class ConfiguredTop implements Top {

    private static final Path PROCFS = Path.of("/proc");
    private static final Path ROOT = Path.of("/");

    /** How long one answer may take unless --timeout says otherwise. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration ONE_FRAME = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final Sources sources;

    ConfiguredTop(Surroundings surroundings, Sources sources) {
        this.surroundings = surroundings;
        this.sources = sources;
    }

    @Override
    public void show(GlobalOptions options, Console console, Optional<Path> recording) {
        TerminalProfile profile = console.profile();
        String box = sources.chosen(options).name();
        Size size = new Size(profile.width(), profile.height());
        String term = surroundings.environment().getOrDefault("TERM", "");
        try (Recorder recorder = Recorder.of(recording, size, term, surroundings)) {
            DashboardLoop loop = new DashboardLoop(
                    new LanternaDisplay(profile.color(), recorder::before),
                    new FrameView(look(profile)),
                    name -> of(on(options, name, box)),
                    new EmbeddedCommands(
                            surroundings,
                            sources.names(LiveValues.Pace.CONSOLE),
                            profile,
                            name -> on(options, name, box)),
                    surroundings.clock());
            new InterruptGuard().run(() -> loop.run(box, names(options, box)), loop::stop);
        }
    }

    @Override
    public void once(GlobalOptions options, Console console, int columns, int rows, Optional<Path> picture) {
        try {
            Duration patience = options.timeout().orElse(ONE_FRAME);
            Dashboard state = new OneFrame(of(options), surroundings.clock(), patience).of(new Size(columns, rows));
            Frame frame = new FrameView(look(console.profile())).of(state);
            new FrameText(console).print(frame);
            picture.ifPresent(file -> draw(frame, file));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("top", "interrupted", null, e);
        }
    }

    private void draw(Frame frame, Path file) {
        String svg = SvgPicture.of(frame);
        AtomicFile.write(surroundings.workingFolder().resolve(file), svg, false);
    }

    private static Look look(TerminalProfile profile) {
        return new Look(profile.unicode(), profile.braille(), ZoneId.systemDefault());
    }

    /** The box that was there first keeps the options that chose it: it may have no name in the configuration. */
    private static GlobalOptions on(GlobalOptions options, String name, String first) {
        return name.equals(first) ? options : options.withBox(name);
    }

    private List<String> names(GlobalOptions options, String box) {
        Set<String> names = new LinkedHashSet<>(List.of(box));
        try {
            names.addAll(sources.store(options).load().boxes().keySet());
        } catch (MonshException e) {
            // the demo's box needs no configuration
        }
        return List.copyOf(names);
    }

    private BoxSources of(GlobalOptions given) {
        GlobalOptions options = patient(given);
        Box box = sources.chosen(options);
        Optional<Supplier<Running>> stack = box.stack()
                .map(folder -> new OpenedStack(folder, options.timeout().orElse(PATIENCE)));
        return new BoxSources(
                box.name(),
                box.stack().map(folder -> live(box, folder)),
                sources.metrics(box, options),
                sources.logs().loki(box, options),
                sources.logs().loki(box, brief(options)),
                box.stack().map(_ -> () -> LogSources.filesOf(box)),
                stack);
    }

    private static GlobalOptions patient(GlobalOptions options) {
        return options.timeout().isPresent() ? options : options.withTimeout(PATIENCE);
    }

    private static GlobalOptions brief(GlobalOptions options) {
        return options.withTimeout(options.timeout()
                .filter(given -> given.compareTo(LogTail.QUERY_LIMIT) < 0)
                .orElse(LogTail.QUERY_LIMIT));
    }

    private BoxSources.Live live(Box box, Path folder) {
        return new BoxSources.Live(
                new ProcfsTable(PROCFS),
                new RulesOfStack(folder, new LocalFiles(surroundings), () -> followsChildren(box, folder)),
                new ProcfsMeter(PROCFS),
                new ProcfsMachine(PROCFS, ROOT));
    }

    /** process-exporter's own option, as the stack starts it. */
    private boolean followsChildren(Box box, Path folder) {
        if (LocalBox.composeFile(folder).isEmpty()) {
            return !Sources.isDemo(box);
        }
        try {
            Stack stack = new StackEngines(surroundings).read(folder).stack();
            return stack.find(Service.PROCESS_EXPORTER)
                    .flatMap(service -> service.option("children"))
                    .filter("false"::equals)
                    .isEmpty();
        } catch (MonshException e) {
            // its own default
            return true;
        }
    }

    /** A stack that is read when first asked for, and again after a failure. */
    private final class OpenedStack implements Supplier<Running> {

        private final Path folder;
        private final Duration patience;
        private Optional<Running> running = Optional.empty();

        OpenedStack(Path folder, Duration patience) {
            this.folder = folder;
            this.patience = patience;
        }

        @Override
        public synchronized Running get() {
            Running found = running.orElseGet(() -> {
                StackEngines engines = new StackEngines(surroundings);
                Stack stack = engines.read(folder).stack();
                StackSources.ChosenEngine engine = engines.engine(Optional.empty(), stack, patience);
                return new Running(stack, engine.engine(), engines.reporter(patience));
            });
            running = Optional.of(found);
            return found;
        }
    }

    /** A recording, or none. */
    private record Recorder(Optional<Recording> recording) implements AutoCloseable {

        static Recorder of(Optional<Path> file, Size size, String term, Surroundings surroundings) {
            return new Recorder(file.map(path ->
                    Recording.begin(surroundings.workingFolder().resolve(path), size, term, surroundings.clock())));
        }

        OutputStream before(OutputStream terminal) {
            return recording.map(each -> each.before(terminal)).orElse(terminal);
        }

        @Override
        public void close() {
            recording.ifPresent(Recording::close);
        }
    }
}
