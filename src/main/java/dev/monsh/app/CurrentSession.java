package dev.monsh.app;

import dev.monsh.app.console.ConsoleLoop;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The session of this run. The console and scripts set the options that they were started with as its defaults. */
final class CurrentSession implements ConsoleLoop.SessionControl {

    private final InputStream in;
    private Console console;
    private GlobalOptions defaults = GlobalOptions.NONE;
    private Optional<UnaryOperator<String>> lineEditor = Optional.empty();

    CurrentSession(Console console, InputStream in) {
        this.console = console;
        this.in = in;
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public GlobalOptions defaults() {
        return defaults;
    }

    @Override
    public boolean canAsk() {
        return console.profile().stdinTerminal() && console.profile().stderrTerminal();
    }

    @Override
    public Optional<String> ask(String question) {
        if (!canAsk()) {
            return Optional.empty();
        }
        console.out().flush();
        if (lineEditor.isPresent()) {
            return Optional.of(lineEditor.get().apply(question));
        }
        console.progress(question);
        return Optional.of(line());
    }

    /** Reads up to the end of the line and nothing beyond it, since what follows may be meant for somebody else. */
    private String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new InterruptedByUserException("question", "no answer was given");
                }
                line.write(c);
            }
        } catch (IOException e) {
            throw FileFailure.of("read the answer", e);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void use(Console other) {
        console = other;
    }

    @Override
    public void askThrough(UnaryOperator<String> editor) {
        lineEditor = Optional.of(editor);
    }

    void setDefaults(GlobalOptions options) {
        defaults = options;
    }
}
