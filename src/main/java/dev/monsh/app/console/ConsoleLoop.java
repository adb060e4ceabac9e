package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.cli.completion.BareExpression;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.LineScan;
import dev.monsh.cli.completion.Names;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Sanitizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The console: reads a line, runs it, and repeats until Ctrl-D, {@code exit} or {@code quit}. */
public final class ConsoleLoop {

    /** JLine reports a history that can't be written with a stack trace; this reports only what matters. */
    private final Logger editorLog = Logger.getLogger("org.jline");

    private final SessionControl session;
    private final CommandTree tree;
    private final ValueSource values;
    private final ConsoleSurroundings surroundings;
    private final Supplier<String> boxName;
    private final Function<String, ExitCode> runner;
    private final Languages languages;
    private final TypedLines lines;
    private final StatusLine status;
    private final UnusualLines unusualLines;
    private final UnaryOperator<String> expansion;
    private KeptHistory history = new KeptHistory();
    private Optional<Path> historyFile = Optional.empty();

    /** What the console changes in the session. */
    public interface SessionControl extends Session {
        /** Sets where output goes from now on. */
        void use(Console console);

        /** Sets by what questions are asked from now on: it shows one and returns the line that is typed. */
        void askThrough(UnaryOperator<String> editor);
    }

    /**
     * Prepares a console.
     *
     * @param boxName the name for the prompt; empty where it can't be told
     * @param expansion puts saved lines in place of their names
     * @param runner runs a line; tells its failures itself
     */
    public ConsoleLoop(
            SessionControl session,
            CommandTree tree,
            ValueSource values,
            ConsoleSurroundings surroundings,
            Supplier<String> boxName,
            UnaryOperator<String> expansion,
            Function<String, ExitCode> runner) {
        this.session = session;
        this.tree = tree;
        this.values = values;
        this.surroundings = surroundings;
        this.expansion = expansion;
        this.boxName = boxName;
        this.runner = runner;
        this.languages = new Languages(PromQl::new, LogQl::new);
        this.lines = new TypedLines(tree, languages);
        this.status = new StatusLine(
                () -> Sanitizer.visible(boxName.get()),
                () -> values.age(session.defaults()),
                session.console().profile().unicode() ? " · " : " | ");
        this.unusualLines = new UnusualLines(
                session,
                tree,
                new BareExpression(() -> tree, languages, this::isMetric),
                values,
                () -> surroundings.settings().get().bareExpressions());
        editorLog.setLevel(Level.OFF);
    }

    /** Runs the console to its end. A command's failure does not change the exit code: it was told. */
    public ExitCode run() {
        try (Terminal terminal = terminal()) {
            ConsoleReader reader = reader(terminal);
            keyInsteadOfSignal(terminal);
            session.askThrough(question -> ask(terminal, question));
            greet();
            values.prepare(session.defaults());
            loop(terminal, reader);
            save();
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new dev.monsh.failure.UnreachableException(
                    "terminal", "can't be used: " + e.getMessage(), new NextStep.Text("monsh help"), e);
        }
    }

    private Terminal terminal() throws IOException {
        TerminalBuilder builder = TerminalBuilder.builder().system(true).dumb(true);
        // without TERM, JLine would guess a terminal that takes escape sequences
        return session.console().profile().escapes()
                ? builder.build()
                : builder.type(Terminal.TYPE_DUMB).build();
    }

    /** At the prompt Ctrl-C is a key like others, and between two commands there is nothing to interrupt. */
    private static void keyInsteadOfSignal(Terminal terminal) {
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(Attributes.ControlChar.VINTR, 0);
        terminal.setAttributes(attributes);
        terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
    }

    private ConsoleReader reader(Terminal terminal) {
        boolean color = session.console().profile().color();
        Completer completer = new Completer(tree, values, languages, surroundings.clock());
        ConsoleReader reader = new ConsoleReader(terminal, color, editor());
        reader.setParser(new WordParser(lines, completer, session::defaults));
        reader.setCompleter(new CandidateCompleter());
        reader.setCompletionMatcher(new FittingCandidates());
        reader.setHighlighter(new LineHighlighter(tree, languages, this::names, color));
        reader.setVariable(LineReader.HISTORY_SIZE, 5000);
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, 5000);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P > ");
        // != and !~ are operators, not references to the history
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
        // its mark is grey, even where no colour is wanted
        reader.option(LineReader.Option.AUTO_FRESH_LINE, color);
        reader.option(LineReader.Option.CASE_INSENSITIVE, false);
        reader.completeWith(values::whenNamesCome);
        reader.showBelow(() -> Optional.of(status.line(values.hint(), terminal.getWidth() - 1)));
        return reader;
    }

    private Names names(ValueKind kind) {
        return kind == ValueKind.LOG_EXPRESSION
                ? values.logNames(session.defaults())
                : values.metricNames(session.defaults());
    }

    private boolean isMetric(String word) {
        // a cache that is empty knows every name
        Names names = names(ValueKind.EXPRESSION);
        return names.knows(word)
                && names.metrics().stream().anyMatch(name -> name.text().equals(word));
    }

    /** Each box has lines of its own; the box in use may change from one prompt to the next. */
    private void useHistory(ConsoleReader reader) {
        Path file = HistoryFile.of(surroundings.environment(), surroundings.home(), boxName.get());
        if (historyFile.filter(file::equals).isPresent()) {
            return;
        }
        save();
        history = new KeptHistory();
        boolean kept = HistoryFile.prepare(file, session.console());
        reader.setVariable(LineReader.HISTORY_FILE, kept ? file : null);
        reader.setHistory(history);
        historyFile = Optional.of(file);
    }

    /** Asks with an editor of its own: answers are no commands, and belong in no history. Ctrl-C is a key there as well. */
    private String ask(Terminal terminal, String question) {
        Attributes before = terminal.getAttributes();
        Attributes keys = new Attributes(before);
        keys.setControlChar(Attributes.ControlChar.VINTR, 0);
        terminal.setAttributes(keys);
        ConsoleReader reader = new ConsoleReader(terminal, false, editor());
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        try {
            return reader.readLine(question);
        } catch (UserInterruptException | EndOfFileException e) {
            throw new InterruptedByUserException("question", "no answer was given", null, e);
        } finally {
            terminal.setAttributes(before);
        }
    }

    private ExternalEditor editor() {
        return new ExternalEditor(
                surroundings.environment(), text -> session.console().warn(text));
    }

    private void greet() {
        session.console().note("monsh, the console of the process monitor; type `help` for commands, Ctrl-D to quit");
    }

    private void loop(Terminal terminal, ConsoleReader reader) {
        CommandRun run = new CommandRun(session, terminal, runner, surroundings.workingFolder(), surroundings.home());
        Pagers pagers = new Pagers(terminal, surroundings.environment(), surroundings.workingFolder());
        while (true) {
            String text;
            try {
                useHistory(reader);
                text = reader.readLine(prompt());
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                return;
            }
            if (text.strip().startsWith("!!") && !history.isEmpty()) {
                // the history holds what it stands for
                text = history.get(history.last());
                session.console().progress(prompt() + Sanitizer.visibleLines(text) + "\n");
            }
            List<String> commands = lines.commands(text);
            for (String command : commands) {
                if (commands.size() > 1) {
                    session.console().progress(prompt() + Sanitizer.visibleLines(command) + "\n");
                }
                switch (command.strip()) {
                    case "exit", "quit" -> {
                        return;
                    }
                    case "clear" -> reader.eraseScreen();
                    default -> execute(run, pagers, command);
                }
                if (status.last().filter(ExitCode.INTERRUPTED::equals).isPresent()) {
                    break;
                }
            }
        }
    }

    private void execute(CommandRun run, Pagers pagers, String typed) {
        String command = typed.strip().equals("?") ? "help" : expanded(typed);
        try {
            Optional<String> line = unusualLines.runnable(command);
            if (line.isPresent()) {
                LineScan scan = LineScan.of(line.get(), tree);
                boolean paged = surroundings.settings().get().pager()
                        && session.console().profile().escapes();
                status.ended(run.run(
                        ResultTarget.of(line.get(), tree, languages), paged ? pagers.of(scan) : Optional.empty()));
            }
        } catch (InterruptedByUserException e) {
            session.console().errorLine("interrupted");
        }
    }

    private String expanded(String line) {
        try {
            return expansion.apply(line);
        } catch (UsageException e) {
            // the same again where the line is run, and told there
            return line;
        }
    }

    private String prompt() {
        String name = Sanitizer.visible(boxName.get());
        String prompt = name.isEmpty() ? "monsh" : "monsh:" + name;
        return session.console().theme().paint(dev.monsh.terminal.Style.ACCENT, prompt) + "> ";
    }

    private void save() {
        try {
            history.save();
        } catch (IOException e) {
            session.console().warn("the history could not be written: " + e.getMessage());
        }
    }
}
