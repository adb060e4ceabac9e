package dev.monsh.view.process;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.explain.ProcessExplainer;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.testing.CapturedConsole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationViewTest {

    private static final List<RunningProcess> TABLE = List.of(
            process(1, 0, "init", "/sbin/init"),
            process(7, 1, "uvicorn", "uvicorn", "app_stream02"),
            process(8, 7, "worker", "worker"));

    private static RuleText rule(int number, String name, List<String> comm, List<String> cmdline) {
        RuleText rule = RuleText.ofValues("test", Optional.of(name), comm, List.of(), cmdline);
        return new RuleText(
                number, SourceText.of("test", ""), rule.name(), rule.comm(), rule.exe(), rule.cmdline(), List.of());
    }

    private static String explained(CapturedConsole captured, int pid, OutputFormat format) {
        MatcherConfig config = MatcherConfig.compile(
                "test",
                List.of(
                        rule(1, "nginx", List.of("nginx"), List.of()),
                        rule(2, "app-{{.Matches.id}}", List.of("uvicorn"), List.of("_stream(?P<id>\\d+)")),
                        rule(3, "all", List.of(), List.of(".*"))),
                List.of(),
                List.of());
        new ExplanationView(captured.console())
                .print(new ProcessExplainer(config, true).explain(TABLE, pid).orElseThrow(), format);
        return captured.out();
    }

    @Test
    void tellsPeopleWhatEveryRuleSays() {
        assertThat(explained(CapturedConsole.terminal(80), 7, OutputFormat.TABLE))
                .isEqualTo("""
                process 7, comm uvicorn, child of 1
                  uvicorn app_stream02
                group app-02, by rule 2
                rule 1: comm is uvicorn; the rule wants nginx
                rule 2 matches it: app-02
                  id = 02
                rule 3 would match it, but an earlier rule comes first: all
                """);
    }

    @Test
    void printsARowForEachRuleToAPipe() {
        assertThat(explained(CapturedConsole.piped(), 7, OutputFormat.TSV)).isEqualTo("""
                1\trejects\tcomm\tcomm is uvicorn; the rule wants nginx\t
                2\ttakes\t\tapp-02\t
                3\tcomes too late\t\tall\t
                """);
    }

    @Test
    void printsOneJsonObject() {
        assertThat(explained(CapturedConsole.piped(), 7, OutputFormat.JSON))
                .isEqualTo("{\"pid\":7,\"ppid\":1,\"comm\":\"uvicorn\",\"argv\":[\"uvicorn\",\"app_stream02\"],"
                        + "\"group\":\"app-02\",\"rule\":2,\"via\":\"rule\",\"rules\":["
                        + "{\"rule\":1,\"takes\":false,\"selector\":\"comm\","
                        + "\"reason\":\"comm is uvicorn; the rule wants nginx\"},"
                        + "{\"rule\":2,\"takes\":true,\"first\":true,\"group\":\"app-02\",\"matches\":{\"id\":\"02\"}},"
                        + "{\"rule\":3,\"takes\":true,\"first\":false,\"group\":\"all\",\"matches\":{}}]}\n");
    }
}
