package dev.monsh.view.process;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.explain.AlmostMatch;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.testing.CapturedConsole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupingViewTest {

    private static final MatcherConfig CONFIG = MatcherConfig.ofRule(RuleText.ofValues(
            "test",
            Optional.of("ppl-stream{{.Matches.stream_id}}"),
            List.of("uvicorn"),
            List.of(),
            List.of("uvicorn\\s+ppl_stream(?P<stream_id>\\d+)(:\\w+)?")));
    private static final List<RunningProcess> PROCESSES = List.of(
            process(7, 1, "uvicorn", "/usr/bin/python3", "/usr/bin/uvicorn", "ppl_stream02:app"),
            process(8, 7, "python3", "/usr/bin/python3", "-c", "work\n"),
            process(1234, 1, "uvicorn", "/usr/bin/uvicorn", "ppl_stream11"),
            process(9, 1, "sshd"));

    private static String printed(CapturedConsole captured, OutputFormat format) {
        Grouping grouping = new ProcessMatcher(CONFIG, true).group(PROCESSES);
        new GroupingView(captured.console(), CONFIG).print(grouping, format);
        return captured.out();
    }

    @Test
    void printsGroupsWithTheirProcessesBelow() {
        assertThat(printed(CapturedConsole.terminal(80), OutputFormat.TABLE)).isEqualTo("""
                ppl-stream02  2 processes
                     7  rule 1      uvicorn  /usr/bin/python3 /usr/bin/uvicorn ppl_stream02:app
                     8  child of 7  python3  /usr/bin/python3 -c work\\n
                ppl-stream11  1 process
                  1234  rule 1      uvicorn  /usr/bin/uvicorn ppl_stream11
                """);
    }

    @Test
    void cutsCommandLinesSoThatCapturesShow() {
        assertThat(printed(CapturedConsole.terminal(60), OutputFormat.TABLE)).isEqualTo("""
                ppl-stream02  2 processes
                     7  rule 1      uvicorn  …r/bin/uvicorn ppl_stream02:app
                     8  child of 7  python3  /usr/bin/python3 -c work\\n
                ppl-stream11  1 process
                  1234  rule 1      uvicorn  /usr/bin/uvicorn ppl_stream11
                """);
    }

    @Test
    void highlightsCapturesInColour() {
        TerminalProfile colour = new TerminalProfile(true, true, true, 100, 24, true, true, true, true);

        assertThat(printed(CapturedConsole.with(colour), OutputFormat.TABLE))
                .contains("ppl_stream\u001b[1;32m02:app\u001b[0m\n")
                .contains("ppl_stream\u001b[1;32m11\u001b[0m\n");
    }

    @Test
    void printsTheJsonOfTheContract() {
        assertThat(printed(CapturedConsole.piped(), OutputFormat.JSON))
                .isEqualTo("{\"groups\":[{\"name\":\"ppl-stream02\",\"processes\":["
                        + "{\"pid\":7,\"rule\":1,\"via\":\"rule\",\"matches\":{\"stream_id\":\"02\"}},"
                        + "{\"pid\":8,\"rule\":1,\"via\":\"parent\",\"matches\":{}}]},"
                        + "{\"name\":\"ppl-stream11\",\"processes\":["
                        + "{\"pid\":1234,\"rule\":1,\"via\":\"rule\",\"matches\":{\"stream_id\":\"11\"}}]}],"
                        + "\"unmatched\":1}\n");
    }

    @Test
    void printsARowForEachProcessToAPipe() {
        assertThat(printed(CapturedConsole.piped(), OutputFormat.TSV)).isEqualTo("""
                ppl-stream02\t7\t1\trule\tuvicorn\t/usr/bin/python3 /usr/bin/uvicorn ppl_stream02:app
                ppl-stream02\t8\t1\tparent\tpython3\t/usr/bin/python3 -c work\\n
                ppl-stream11\t1234\t1\trule\tuvicorn\t/usr/bin/uvicorn ppl_stream11
                """);
    }

    @Test
    void printsNearMissesWithTheirReasons() {
        CapturedConsole captured = CapturedConsole.terminal(80);

        new GroupingView(captured.console(), CONFIG)
                .printAlmost(List.of(
                        new AlmostMatch(PROCESSES.getFirst(), 1, "comm is x\u0007", Optional.of("add x to comm"))));

        assertThat(captured.out()).isEqualTo("""
                near misses
                  7  rule 1: comm is x\\x07
                     add x to comm
                """);
    }

    @Test
    void printsNothingWhereNothingCameClose() {
        CapturedConsole captured = CapturedConsole.terminal(80);

        new GroupingView(captured.console(), CONFIG).printAlmost(List.of());

        assertThat(captured.out()).isEmpty();
    }
}
