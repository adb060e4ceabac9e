package dev.monsh.process.match;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.rule.MatcherConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessMatcherTest {

    private static final String MANUAL = """
            process_names:
              - name: '{{.Matches.script_base}}-stream{{.Matches.stream_id}}'
                comm:
                  - uvicorn
                  - python3.9
                cmdline:
                  - '.*uvicorn\\s+(?P<script_base>[\\w_]+?)_stream(?P<stream_id>\\d+).*'
            """;

    private static MatcherConfig config(String yaml) {
        return new ProcessExporterConfigReader().read("config.yml", yaml);
    }

    private static Grouping group(String yaml, RunningProcess... processes) {
        return new ProcessMatcher(config(yaml), true).group(List.of(processes));
    }

    @Test
    void theManualsExampleGivesTheManualsGroup() {
        Grouping grouping = group(
                MANUAL,
                process(
                        7,
                        1,
                        "python3.9",
                        "/usr/bin/python3.9",
                        "-m",
                        "uvicorn",
                        "ppl_detection_double_check_stream02:app"),
                process(8, 1, "python3.11", "/usr/bin/python3.11", "-m", "uvicorn", "x_stream02:app"));
        assertThat(grouping.counts()).isEqualTo(Map.of("ppl_detection_double_check-stream02", 1));
        MatchedProcess matched = grouping.find(7).orElseThrow();
        assertThat(matched.rule()).isEqualTo(1);
        assertThat(matched.via()).isEqualTo(Via.RULE);
        assertThat(matched.namedMatches())
                .isEqualTo(Map.of("script_base", "ppl_detection_double_check", "stream_id", "02"));
        assertThat(grouping.unmatched()).extracting(RunningProcess::pid).containsExactly(8);
    }

    @Test
    void theFirstRuleOfTheFileWins() {
        String yaml = "process_names: [{name: one, comm: [a]}, {name: two, comm: [a, b]}]";
        assertThat(group(yaml, process(1, 0, "a"), process(2, 0, "b")).counts()).isEqualTo(Map.of("one", 1, "two", 1));
    }

    @Test
    void aChildJoinsItsNearestAncestorThroughUnmatchedOnes() {
        String yaml = "process_names: [{name: top, comm: [a]}, {name: inner, comm: [b]}]";
        Grouping grouping = group(
                yaml,
                process(5, 4, "sh"),
                process(4, 3, "sh"),
                process(3, 2, "b"),
                process(2, 1, "sh"),
                process(1, 0, "a"),
                process(9, 8, "sh"));
        assertThat(grouping.counts()).isEqualTo(Map.of("top", 2, "inner", 3));
        assertThat(grouping.find(5).orElseThrow())
                .isEqualTo(new MatchedProcess(process(5, 4, "sh"), 2, Via.PARENT, Map.of(), 3));
        assertThat(grouping.unmatched()).extracting(RunningProcess::pid).containsExactly(9);
    }

    @Test
    void withoutChildrenOnlyRulesCount() {
        MatcherConfig config = config("process_names: [{comm: [a]}]");
        assertThat(new ProcessMatcher(config, false)
                        .group(List.of(process(1, 0, "a"), process(2, 1, "b")))
                        .counts())
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void aCircleOfParentsComesToAnEnd() {
        assertThat(group("process_names: [{comm: [a]}]", process(1, 2, "x"), process(2, 1, "y"))
                        .unmatched())
                .hasSize(2);
    }

    @Test
    void anExeEntryWithoutASlashIsABaseNameAndWithOneTheWholeOfArgv0() {
        String yaml = "process_names: [{name: base, exe: [sh]}, {name: whole, exe: [/usr/bin/env]}]";
        assertThat(group(
                                yaml,
                                process(1, 0, "x", "/bin/sh"),
                                process(2, 0, "x", "/usr/bin/env"),
                                process(3, 0, "x", "/bin/env"),
                                process(4, 0, "sh"))
                        .counts())
                .isEqualTo(Map.of("base", 1, "whole", 1));
    }

    @Test
    void ofTwoExeEntriesWithOneBaseNameTheLaterCounts() {
        String yaml = "process_names: [{exe: [sh, /opt/sh]}]";
        assertThat(group(yaml, process(1, 0, "x", "/bin/sh"), process(2, 0, "x", "/opt/sh"))
                        .counts())
                .isEqualTo(Map.of("sh", 1));
    }

    @Test
    void allRegexesMustBeFoundAndTheLastUnnamedGroupHasTheEmptyName() {
        String yaml = "process_names: [{name: '{{.Matches}}', cmdline: ['(b)(c)', '(?P<x>d)?e']}]";
        assertThat(group(yaml, process(1, 0, "x", "a", "bc", "e"), process(2, 0, "x", "bc"))
                        .counts())
                .isEqualTo(Map.of("map[:e x:]", 1));
    }

    @Test
    void onlyWhatTheNamesUseIsAskedOfTheTable() {
        assertThat(config("process_names: [{comm: [a]}]").details()).isEmpty();
        assertThat(config("process_names: [{name: '{{.Username}}', comm: [a]}]").details())
                .containsExactly(ProcessDetail.USER);
        assertThat(config("process_names: [{name: '{{range .Cgroups}}{{.}}{{end}}', comm: [a]}]")
                        .details())
                .containsExactly(ProcessDetail.CGROUPS);
        assertThat(config("process_names: [{name: '{{.}}', comm: [a]}]").details())
                .hasSize(2);
        assertThat(config("process_names: [{name: '{{with .Matches}}{{$.Username}}{{end}}', comm: [a]}]")
                        .details())
                .containsExactly(ProcessDetail.USER);
    }

    @Test
    void aConfigurationWithProblemsIsNotMatchedWith() {
        MatcherConfig faulty = config("process_names: [{name: x}, {cmdline: ['(']}]");
        assertThatThrownBy(() -> new ProcessMatcher(faulty, true))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        failure -> assertThat(failure.problems()).hasSize(2));
    }
}
