package dev.monsh.app;

import dev.monsh.app.console.ConsoleLoop;
import dev.monsh.app.console.ConsoleSurroundings;
import dev.monsh.app.names.LiveValues;
import dev.monsh.app.sources.Sources;
import dev.monsh.app.sources.Surroundings;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.ParsedCall;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.demo.DemoHandle;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.TerminalProfile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The program: decides which of the ways to run is wanted, and runs it. */
public final class Program {

    private static final String NAME = "monsh: ";

    private final Surroundings surroundings;
    private final CurrentSession session;
    private final Sources sources;
    private final CommandTree tree;
    private final LineParser parser;
    private final CallRunner runner;
    private final Set<Path> running = new HashSet<>();
    private boolean inSession;

    private Program(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.session = new CurrentSession(surroundings.console(), surroundings.in());
        this.sources = new Sources(surroundings);
        this.tree = new CommandCatalog(surroundings, session, sources, this::runFile, this::runWatched, this::enterDemo)
                .tree();
        this.parser = new LineParser(tree, () -> sources.shortcuts(session.defaults()));
        this.runner = new CallRunner(tree, session);
    }

    /** Returns the program, with nothing done yet. */
    public static Program in(Surroundings surroundings) {
        return new Program(surroundings);
    }

    /** Runs what argv says. */
    public ExitCode run(List<String> argv) {
        ParsedCall call;
        try {
            call = parser.parse(argv);
            boolean asks = call.has(GlobalOptions.HELP) || call.has(GlobalOptions.VERSION);
            if (asks || !call.path().isEmpty()) {
                return runner.run(() -> call, NAME);
            }
            startSession(GlobalOptions.of(call));
        } catch (RuntimeException failure) {
            return new FailureReport(surroundings.console()).tell(failure, NAME, argv.contains("--verbose"));
        }
        return withoutCommand();
    }

    /** Runs one line as the console would, with these options unless the line has its own. */
    ExitCode line(String line, GlobalOptions options) {
        session.setDefaults(options);
        inSession = true;
        return runner.run(() -> parser.parse(line), NAME);
    }

    /** Returns what is to be asked before a line is run that starts or ends something; a line that can't be read says so later. */
    Optional<String> question(String line) {
        try {
            return StartOrEnd.question(parser.expanded(line), tree);
        } catch (MonshException e) {
            return Optional.empty();
        }
    }

    /** Returns all commands. */
    CommandTree commands() {
        return tree;
    }

    private void startSession(GlobalOptions options) {
        session.setDefaults(options);
        Console console = surroundings.console().with(options.quiet(), options.noColor());
        session.use(console);
    }

    private ExitCode withoutCommand() {
        if (surroundings.console().profile().stdinTerminal()) {
            return openConsole();
        }
        return runScript(ScriptReader.ofStream("stdin", surroundings.in()), false);
    }

    /** Where the demo was the whole call and a user is there, its console opens; inside a console it already is. */
    private ExitCode enterDemo(DemoHandle handle) {
        sources.enter(handle);
        TerminalProfile profile = surroundings.console().profile();
        boolean user = profile.stdinTerminal() && profile.stdoutTerminal();
        return user && !inSession ? openConsole() : ExitCode.DONE;
    }

    private ExitCode openConsole() {
        inSession = true;
        try {
            return new ConsoleLoop(
                            session,
                            tree,
                            sources.names(LiveValues.Pace.CONSOLE),
                            new ConsoleSurroundings(
                                    surroundings.environment(),
                                    surroundings.home(),
                                    surroundings.workingFolder(),
                                    surroundings.clock(),
                                    () -> sources.consoleSettings(session.defaults())),
                            () -> sources.boxName(session.defaults()),
                            parser::expanded,
                            line -> runner.run(() -> parser.parse(line), NAME))
                    .run();
        } catch (RuntimeException failure) {
            return new FailureReport(session.console())
                    .tell(failure, NAME, session.defaults().verbose());
        }
    }

    private ExitCode runFile(Path file, boolean keepGoing, GlobalOptions options) {
        boolean input = file.toString().equals("-");
        if (input && inSession) {
            throw new UsageException("run -", "the script on standard input is only read outside the console");
        }
        Path path = file.toAbsolutePath().normalize();
        if (!running.add(path)) {
            throw new UsageException(file.toString(), "is running already; a script can't run itself");
        }
        inSession = true;
        GlobalOptions before = session.defaults();
        session.setDefaults(options);
        try (ScriptReader script =
                input ? ScriptReader.ofStream("stdin", surroundings.in()) : ScriptReader.ofFile(file)) {
            return runScript(script, keepGoing);
        } finally {
            session.setDefaults(before);
            running.remove(path);
        }
    }

    /** One word is a line of a script, several are an argv. */
    private ExitCode runWatched(List<String> words, Console console) {
        Console before = session.console();
        session.use(console);
        try {
            return runner.run(() -> words.size() == 1 ? parser.parse(words.getFirst()) : parser.parse(words), NAME);
        } finally {
            session.use(before);
        }
    }

    private ExitCode runScript(ScriptReader script, boolean keepGoing) {
        return new ScriptRunner(parser, runner, session.console()).run(script, keepGoing);
    }
}
