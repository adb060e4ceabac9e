package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Session;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Sanitizer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The console: reads a line, runs it, and goes on until Ctrl-D, {@code exit} or {@code quit}. */
public final class ConsoleLoop {

    /** JLine tells of a history that can't be written with a stack trace; what matters of it is told here. */
    private final Logger editorLog = Logger.getLogger("org.jline");

    private final SessionControl session;
    private final CommandTree tree;
    private final ValueSource values;
    private final InstantSource clock;
    private final Path historyFile;
    private final Supplier<String> boxName;
    private final Function<String, ExitCode> runner;

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
     * @param runner runs a line; tells its failures itself
     */
    public ConsoleLoop(
            SessionControl session,
            CommandTree tree,
            ValueSource values,
            InstantSource clock,
            Path historyFile,
            Supplier<String> boxName,
            Function<String, ExitCode> runner) {
        this.session = session;
        this.tree = tree;
        this.values = values;
        this.clock = clock;
        this.historyFile = historyFile;
        this.boxName = boxName;
        this.runner = runner;
        editorLog.setLevel(Level.OFF);
    }

    /** Runs the console to its end. A command's failure does not change the exit code: it was told. */
    public ExitCode run() {
        try (Terminal terminal = terminal()) {
            boolean kept = HistoryFile.prepare(historyFile, session.console());
            LineReader reader = reader(terminal);
            if (kept) {
                reader.setVariable(LineReader.HISTORY_FILE, historyFile);
            }
            session.askThrough(question -> ask(terminal, question));
            greet();
            values.prepare(session.defaults());
            loop(terminal, reader);
            if (kept) {
                save(reader.getHistory());
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new dev.monsh.failure.UnreachableException(
                    "terminal", "can't be used: " + e.getMessage(), "monsh help", e);
        }
    }

    private Terminal terminal() throws IOException {
        TerminalBuilder builder = TerminalBuilder.builder().system(true).dumb(true);
        // without TERM, JLine would guess a terminal that takes escape sequences
        return session.console().profile().escapes()
                ? builder.build()
                : builder.type(Terminal.TYPE_DUMB).build();
    }

    private LineReader reader(Terminal terminal) {
        Supplier<GlobalOptions> defaults = session::defaults;
        boolean color = session.console().profile().color();
        Completer completer = new Completer(tree, values, new Languages(PromQl::new, LogQl::new), clock);
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("monsh")
                .parser(new WordParser(completer, defaults))
                .completer(new CandidateCompleter())
                .completionMatcher(new FittingCandidates())
                .highlighter(new LineHighlighter(tree, color))
                .variable(LineReader.HISTORY_SIZE, 5000)
                .variable(LineReader.HISTORY_FILE_SIZE, 5000)
                // != and !~ are operators, not references to the history
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                // its mark is grey, even where no colour is wanted
                .option(LineReader.Option.AUTO_FRESH_LINE, color)
                .option(LineReader.Option.CASE_INSENSITIVE, false)
                .build();
    }

    /** Asks with an editor of its own: answers are no commands, and belong in no history. */
    private static String ask(Terminal terminal, String question) {
        try {
            return LineReaderBuilder.builder()
                    .terminal(terminal)
                    .variable(LineReader.DISABLE_HISTORY, true)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build()
                    .readLine(question);
        } catch (UserInterruptException | EndOfFileException e) {
            throw new InterruptedByUserException("question", "there was no answer", null, e);
        }
    }

    private void greet() {
        session.console().note("monsh, the console of the process monitor; help tells what there is, Ctrl-D ends.");
    }

    private void loop(Terminal terminal, LineReader reader) {
        while (true) {
            String line;
            try {
                line = reader.readLine(prompt());
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                return;
            }
            String command = line.strip();
            if (command.equals("exit") || command.equals("quit")) {
                return;
            }
            if (!command.isEmpty() && !command.startsWith("#")) {
                execute(terminal, line);
            }
        }
    }

    private String prompt() {
        String name = Sanitizer.visible(boxName.get());
        String prompt = name.isEmpty() ? "monsh" : "monsh:" + name;
        return session.console().theme().paint(dev.monsh.terminal.Style.ACCENT, prompt) + "> ";
    }

    /**
     * Runs a line on a virtual thread, whose waits for a server an interrupt ends at once; Ctrl-C interrupts it and leads
     * back to the prompt.
     */
    private void execute(Terminal terminal, String line) {
        Size size = terminal.getSize();
        session.use(session.console().resized(size.getColumns(), size.getRows()));
        Thread worker = Thread.ofVirtual().name("command").unstarted(() -> {
            ExitCode code = runner.apply(line);
            if (code == ExitCode.INTERRUPTED) {
                session.console().errorLine("interrupted");
            }
        });
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> worker.interrupt());
        try {
            worker.start();
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    private void save(History history) {
        try {
            history.save();
        } catch (IOException e) {
            session.console().warn("the history could not be written to " + historyFile + ": " + e.getMessage());
        }
    }
}
