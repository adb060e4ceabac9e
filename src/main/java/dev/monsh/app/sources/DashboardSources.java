package dev.monsh.app.sources;

import dev.monsh.adapter.host.ProcfsMachine;
import dev.monsh.adapter.host.ProcfsMeter;
import dev.monsh.adapter.host.ProcfsTable;
import dev.monsh.box.Box;
import dev.monsh.box.LocalBox;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.stack.StackSources;
import dev.monsh.dashboard.source.BoxSources;
import dev.monsh.dashboard.source.BoxSources.Running;
import dev.monsh.failure.MonshException;
import dev.monsh.logs.tail.LogTail;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What the dashboard asks of a box, as the configuration names it. Nothing is asked before the dashboard does. */
public final class DashboardSources {

    private static final Path PROCFS = Path.of("/proc");
    private static final Path ROOT = Path.of("/");

    /** How long one answer may take unless --timeout says otherwise. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final Sources sources;

    public DashboardSources(Surroundings surroundings, Sources sources) {
        this.surroundings = surroundings;
        this.sources = sources;
    }

    /** Opens the sources of the box that the options choose. */
    public BoxSources of(GlobalOptions given) {
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

    /** A query that waits long holds the shutdown of the Loki that it waits for. */
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
}
