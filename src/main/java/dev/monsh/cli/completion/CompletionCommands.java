package dev.monsh.cli.completion;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Delimited;
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
                        .summary("print the completion script for bash, zsh or fish")
                        .required("SHELL", ValueKind.TEXT)
                        .example("monsh completion bash", "to load it: source <(monsh completion bash)")
                        .runs(session, CompletionCommands::script),
                MonshCommand.named("complete")
                        .group("Itself")
                        .summary("answer a shell's completion script")
                        .hidden()
                        .required("LINE", ValueKind.TEXT)
                        .optional("WORD", ValueKind.TEXT)
                        .example("monsh complete 'monsh que' que", "value, description and whether a blank may follow")
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
        String line = withoutProgram(call.argument(0));
        String word = call.optionalArgument(1).orElse("");
        Completion completion = completer.get().complete(line, line.length(), GlobalOptions.NONE);
        String kept = kept(word, completion.prefix());
        for (Candidate candidate : forShell(completion)) {
            String value = replacement(kept, word, completion.prefix(), candidate.text());
            Delimited.TSV.row(
                    call.console().out(), List.of(value, candidate.description(), candidate.whole() ? "yes" : "no"));
        }
        return ExitCode.DONE;
    }

    /**
     * A shell goes on from what was typed and would take back what the candidates have not in common with it; a single
     * abbreviation can replace it.
     */
    private static List<Candidate> forShell(Completion completion) {
        List<Candidate> prefixed = completion.prefixed();
        return prefixed.isEmpty() && completion.candidates().size() == 1 ? completion.candidates() : prefixed;
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

    /** The shell's word may begin before the part that is completed: inside an expression. That part stays. */
    private static String kept(String word, String prefix) {
        String begin = word.endsWith(prefix) ? word.substring(0, word.length() - prefix.length()) : "";
        return begin.startsWith("'") || begin.startsWith("\"") ? begin.substring(1) : begin;
    }

    /** It may also begin behind it: bash ends words at = and colons. Then only the rest is wanted. */
    private static String replacement(String kept, String word, String prefix, String candidate) {
        boolean inside = prefix.length() > word.length() && prefix.endsWith(word);
        return inside ? candidate.substring(prefix.length() - word.length()) : kept + candidate;
    }
}
