package dev.monsh.cli.completion;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Sanitizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code completion SHELL}: the scripts for shells. They ask the hidden {@code complete}, so that shells and console
 * complete the same.
 */
public final class CompletionCommands {

    /**
     * Between the cells of a line: what is to be added to the line, the whole word, what a list shows, a description, and
     * whether a blank may follow. Shells split at tabs without keeping empty cells.
     */
    private static final char SEPARATOR = 0x1f;

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Supplier<Completer> completer;

    public CompletionCommands(Supplier<Completer> completer) {
        this.completer = completer;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                MonshCommand.named("completion")
                        .group("Itself")
                        .summary("Print the completion script for bash, zsh or fish")
                        .required("SHELL", ValueKind.SHELL)
                        .example("monsh completion bash", "to load it: source <(monsh completion bash)")
                        .runs(session, CompletionCommands::script),
                MonshCommand.named("complete")
                        .group("Itself")
                        .summary("Answer a shell's completion script")
                        .hidden()
                        .required("LINE", ValueKind.TEXT)
                        .example("monsh complete 'monsh que'", "what completes the line, one candidate a line")
                        .runs(session, this::complete));
    }

    private static ExitCode script(Invocation call) {
        String shell = call.argument(0);
        if (!SHELLS.contains(shell)) {
            throw new UsageException("completion " + shell, "there are " + String.join(", ", SHELLS));
        }
        try (InputStream script = CompletionCommands.class.getResourceAsStream("monsh." + shell)) {
            if (script == null) {
                throw new IllegalStateException("the script for " + shell + " is missing from the program");
            }
            script.transferTo(call.console().out().asStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE;
    }

    private ExitCode complete(Invocation call) {
        ShellWord word = ShellWord.atEndOf(withoutProgram(call.argument(0)));
        String line = word.consoleLine();
        Completion completion = completer.get().complete(line, line.length(), GlobalOptions.NONE);
        for (Candidate candidate : completion.prefixed()) {
            String whole = word.with(completion, candidate);
            // a shell goes on from what was typed, and would take back what a candidate has not in common with it
            if (whole.startsWith(word.text())) {
                String rest = word.written(whole.substring(word.text().length()));
                call.console()
                        .out()
                        .write(String.join(
                                        String.valueOf(SEPARATOR),
                                        Sanitizer.visible(rest),
                                        Sanitizer.visible(whole),
                                        Sanitizer.visible(candidate.shown().strip()),
                                        Sanitizer.visible(candidate.description()),
                                        candidate.whole() ? "yes" : "no")
                                + "\n");
            }
        }
        return ExitCode.DONE;
    }

    /** Cuts the line to what stands behind the program's own word. */
    private static String withoutProgram(String line) {
        for (int i = 0; i < line.length(); i = line.indexOf(' ', i) < 0 ? line.length() : line.indexOf(' ', i) + 1) {
            int end = line.indexOf(' ', i);
            String word = line.substring(i, end < 0 ? line.length() : end);
            if (word.equals("monsh") || word.endsWith("/monsh")) {
                return end < 0 ? "" : line.substring(end + 1);
            }
        }
        return line;
    }
}
