package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.app.sources.Sources;
import dev.monsh.app.sources.Surroundings;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Candidate;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.Languages;
import dev.monsh.failure.ExitCode;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeValues;
import dev.monsh.testing.PlaceTable;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What completion offers for commands, options, boxes and saved lines: the first ten candidates in their order. */
class CommandCandidatesTest {

    private static final int SHOWN = 10;

    private final Completer completer = new Completer(
            tree(),
            new FakeValues(),
            new Languages(PromQl::new, LogQl::new),
            InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));

    private static CommandTree tree() {
        CapturedConsole captured = CapturedConsole.piped();
        Surroundings surroundings = FakeSurroundings.in(Path.of("/"), Map.of()).surroundings("", captured.console());
        return new CommandCatalog(
                        surroundings,
                        new CurrentSession(captured.console(), InputStream.nullInputStream()),
                        new Sources(surroundings),
                        (file, keepGoing, options) -> ExitCode.DONE,
                        (words, console) -> ExitCode.DONE,
                        handle -> ExitCode.DONE)
                .tree();
    }

    @Test
    void everyPositionOffersWhatTheTableSays() {
        List<PlaceTable.Row> rows = PlaceTable.rows(CommandCandidatesTest.class, "command-candidates.txt");
        String actual = rows.stream().map(row -> line(row, first(row))).collect(Collectors.joining("\n"));
        assertThat(actual)
                .isEqualTo(rows.stream().map(row -> line(row, row.expected())).collect(Collectors.joining("\n")));
    }

    private static String line(PlaceTable.Row row, String candidates) {
        return String.format("%-40s => %s", row, candidates).stripTrailing();
    }

    private String first(PlaceTable.Row row) {
        String first = completer.complete(row.text(), row.cursor(), GlobalOptions.NONE).candidates().stream()
                .limit(SHOWN)
                .map(Candidate::text)
                .map(String::strip)
                .collect(Collectors.joining(" · "));
        return first.isEmpty() ? "nothing" : first;
    }
}
