package dev.monsh.process.explain;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.regex.Capture;
import dev.monsh.process.rule.MatcherConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessExplainerTest {

    private static final RunningProcess PARENT =
            process(10, 1, "python3.11", "/usr/bin/python3.11", "-m", "uvicorn", "ppl_stream02:app");
    private static final RunningProcess CHILD = process(11, 10, "sh", "sh", "-c", "true");
    private static final RunningProcess GRANDCHILD = process(12, 11, "sleep", "sleep", "1");

    private static Explanation explain(String yaml, int pid) {
        MatcherConfig config = new ProcessExporterConfigReader().read("c.yml", yaml);
        return new ProcessExplainer(config, true)
                .explain(List.of(PARENT, CHILD, GRANDCHILD, process(2, 0, "kworker")), pid)
                .orElseThrow();
    }

    private static RuleVerdict.Rejects rejection(String rule) {
        return (RuleVerdict.Rejects)
                explain("process_names: [" + rule + "]", 10).verdicts().getFirst();
    }

    @Test
    void everyRuleSaysItsFirstReason() {
        Explanation explanation = explain(
                "process_names: [{comm: [uvicorn, python3.9]}, {exe: [/opt/python3.11]}, {name: g, cmdline: ['(?P<x>ppl)']},"
                        + " {name: h, cmdline: ['app']}]",
                10);
        assertThat(explanation.outcome()).isEqualTo(new Outcome.ByRule(3, "g"));
        assertThat(explanation.verdicts()).hasSize(4);
        assertThat(explanation.verdicts().get(0))
                .isEqualTo(new RuleVerdict.Rejects(
                        1,
                        Selector.COMM,
                        0,
                        "comm is python3.11; the rule wants uvicorn or python3.9",
                        Optional.of("only the version differs: add python3.11 to comm")));
        assertThat(explanation.verdicts().get(1))
                .extracting(verdict -> ((RuleVerdict.Rejects) verdict).reason())
                .isEqualTo("argv[0] is /usr/bin/python3.11; the rule wants /opt/python3.11");
        RuleVerdict.Takes takes = (RuleVerdict.Takes) explanation.verdicts().get(2);
        assertThat(takes.first()).isTrue();
        Capture capture = takes.regexes().getFirst().captures().get(1);
        assertThat(PARENT.commandLine().substring(capture.start(), capture.end()))
                .isEqualTo("ppl");
        assertThat(((RuleVerdict.Takes) explanation.verdicts().get(3)).first()).isFalse();
    }

    @Test
    void aProcessInItsAncestorsGroupNamesTheLine() {
        assertThat(explain("process_names: [{name: g, comm: [python3.11]}]", 12).outcome())
                .isEqualTo(new Outcome.ByParent(1, "g", List.of(CHILD, PARENT)));
        assertThat(explain("process_names: [{name: g, comm: [python3.11]}]", 2).outcome())
                .isEqualTo(new Outcome.Ungrouped("no rule matches it or any of its ancestors"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{comm: [Python3.11]}; only the case differs",
                "{comm: [uvicorn]}; uvicorn is in its command line, but it runs as python3.11",
                "{exe: [/opt/python3.11]}; write python3.11 to match any folder",
                "{exe: [python3]}; only the version differs",
                "{cmdline: [PPL_stream]}; put (?i) in front",
                "{cmdline: ['uvicorn\\s+(?P<b>\\w+)_flow(?P<n>\\d+)']}; matches up to uvicorn\\s+(?P<b>\\w+)_, but then comes stream02:app"
            })
    void aRuleThatCameCloseSaysWhatToChange(String rule, String hint) {
        assertThat(rejection(rule).hint().orElseThrow()).contains(hint);
    }

    @Test
    void aCommThatTheKernelCutIsRecognized() {
        MatcherConfig config =
                new ProcessExporterConfigReader().read("c.yml", "process_names: [{comm: [a-very-long-program-name]}]");
        Explanation explanation = new ProcessExplainer(config, true)
                .explain(List.of(process(1, 0, "a-very-long-pro", "x")), 1)
                .orElseThrow();
        assertThat(explanation.nearest().orElseThrow().hint().orElseThrow())
                .contains("15 bytes")
                .contains("a-very-long-pro");
    }

    @Test
    void theNearestRuleIsTheOneWithMostSelectorsHeld() {
        Explanation explanation = explain(
                "process_names: [{comm: [x]}, {comm: [python3.11], exe: [python3.11], cmdline: [zzz]}, {exe: [python3]}]",
                10);
        assertThat(explanation.nearest().orElseThrow().rule()).isEqualTo(2);
        assertThat(explanation.nearest().orElseThrow().held()).isEqualTo(2);
    }

    @Test
    void aProcessThatIsNotThereIsNotExplained() {
        MatcherConfig config = new ProcessExporterConfigReader().read("c.yml", "process_names: []");
        assertThat(new ProcessExplainer(config, true).explain(List.of(PARENT), 99))
                .isEmpty();
    }
}
