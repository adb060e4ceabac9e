package dev.monsh.command.shell;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** {@code history}: the lines typed in the console. */
public final class HistoryCommand {

    private static final Option.Single<Integer> LIMIT = Option.number("limit", 1, "only the last N");

    private final Function<GlobalOptions, Path> files;

    /** Takes the file that the console keeps for a box: a line each, behind JLine's time stamp and a colon. */
    public HistoryCommand(Function<GlobalOptions, Path> files) {
        this.files = files;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("history")
                .group("Itself")
                .summary("Print the lines typed in the console, the oldest first")
                .details(
                        "Each box has its own. A line that begins with a blank, or may hold a password or token, is not kept.")
                .option(LIMIT)
                .example("monsh history --limit 10", "the last ten lines")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        List<String> lines = lines(files.apply(call.globals()));
        int limit = call.get(LIMIT).orElse(lines.size());
        for (String line : lines.subList(Math.max(0, lines.size() - limit), lines.size())) {
            call.console().out().write(call.console().clean(line.replaceFirst("^\\d{10,}:", "")) + "\n");
        }
        return ExitCode.DONE;
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new RefusedException(file.toString(), "can't be read: " + e.getMessage(), null, e);
        }
    }
}
