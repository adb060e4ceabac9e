package dev.monsh.terminal;

import dev.monsh.failure.PartialException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The program's two outputs. Results go to {@link #out()}; progress, warnings and errors to stderr through the other
 * methods, one line each, cleaned of control characters.
 */
public final class Console {

    private final Output out;
    private final Output err;
    private final TerminalProfile profile;
    private final boolean quiet;

    public Console(Output out, Output err, TerminalProfile profile, boolean quiet) {
        this.out = out;
        this.err = err;
        this.profile = profile;
        this.quiet = quiet;
    }

    /** Returns the same outputs, quieter or without colour. */
    public Console with(boolean beQuiet, boolean noColor) {
        return new Console(out, err, noColor ? profile.withoutColor() : profile, quiet || beQuiet);
    }

    /** Returns the same outputs for a window of another size. */
    public Console resized(int columns, int rows) {
        return new Console(out, err, profile.resized(columns, rows), quiet);
    }

    /** Returns a console whose results go to a file or a program, as they would from a script. */
    public Console redirected(Output results) {
        return new Console(results, err, profile.redirected(), quiet);
    }

    /** Returns a console whose results and messages pass through these on their way. */
    public Console through(UnaryOperator<OutputStream> results, UnaryOperator<OutputStream> messages) {
        return new Console(
                new Output(results.apply(out.asStream())), new Output(messages.apply(err.asStream())), profile, quiet);
    }

    /** Does something each time before results or messages leave. */
    public void beforeSending(Runnable action) {
        out.beforeSending(action);
        err.beforeSending(action);
    }

    /** Returns where results go. What is written here reaches a terminal as it is: clean foreign text first. */
    public Output out() {
        return out;
    }

    public TerminalProfile profile() {
        return profile;
    }

    /** Returns the theme for stdout. */
    public Theme theme() {
        return new Theme(profile.color());
    }

    /** Returns foreign text as it may be written to stdout: cleaned on a terminal, exact elsewhere. */
    public String clean(String foreign) {
        return profile.stdoutTerminal() ? Sanitizer.visible(foreign) : foreign;
    }

    /** Says what is going on. Left out when quiet. */
    public void note(String text) {
        if (!quiet) {
            errorLine(text);
        }
    }

    /** Tells the user something worth knowing while the command continues. */
    public void warn(String text) {
        errorLine("monsh: warning: " + text);
    }

    /** Tells the same of something that keeps from going further, and what to try next. */
    public void warn(String text, Optional<String> next) {
        error("monsh: warning: " + text, next);
    }

    /** Says why a command ended, and what to try next. */
    public void error(String text, Optional<String> next) {
        errorLine(text);
        // never broken: it is there to be copied
        next.ifPresent(command -> errorLine("  try: " + command));
    }

    /**
     * Writes a message to stderr, cleaned of control characters. Its first line is broken between words on a terminal;
     * what is indented, or stands below it, is set out already.
     */
    public void errorLine(String text) {
        out.flush();
        String clean = Sanitizer.visibleLines(text);
        int end = clean.indexOf('\n') < 0 ? clean.length() : clean.indexOf('\n');
        String first = clean.substring(0, end);
        if (profile.stderrTerminal() && !first.startsWith(" ")) {
            first = String.join("\n", TextWrap.whole(first, profile.width()));
        }
        tell(first + clean.substring(end) + "\n");
    }

    /** Writes text of our own to stderr that may hold escape sequences, without a line end: progress on a terminal. */
    public void progress(String text) {
        tell(text);
    }

    private void tell(String text) {
        try {
            err.write(text);
            err.flush();
        } catch (ClosedPipeException | PartialException e) {
            // there is nobody left to tell; the exit code still does
        }
    }

    /** Tells whether a text that is erased again can be shown on stderr. */
    public boolean canShowPassing() {
        return !quiet && profile.stderrTerminal() && profile.escapes();
    }

    public boolean quiet() {
        return quiet;
    }
}
