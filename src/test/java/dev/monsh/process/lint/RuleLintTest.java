package dev.monsh.process.lint;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.rule.MatcherConfig;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleLintTest {

    private static MatcherConfig config(String yaml) {
        return new ProcessExporterConfigReader().read("c.yml", yaml);
    }

    private static String shown(RuleFinding finding) {
        return finding.finding().severity() + " " + finding.finding().problem() + " "
                + finding.finding().next();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{comm: [a-name-of-16-byte]}; WARNING c.yml:1:25; 17 bytes and can never match",
                "{comm: []}; WARNING c.yml:1:17; takes no process",
                "{comm: [a], cmdline: []}; WARNING c.yml:1:17; holds for every process",
                "{exe: [sh, /opt/sh]}; WARNING c.yml:1:24; does not count",
                "{comm: [a], cmdlines: [b]}; WARNING c.yml:1:29; did you mean cmdline?",
                "{comm: [a], cmdline: ['x(y)']}; NOTE c.yml:1:41; no name",
                "{comm: [a], cmdline: ['(?<y>y)']}; WARNING c.yml:1:40; Go 1.22",
                "{comm: [a], cmdline: ['(?P<y>y)']}; NOTE c.yml:1:40; does not use the capture y",
                "{comm: [a], name: '{{.Matches.z}}'}; ERROR c.yml:1:38; no cmdline regex captures z",
                "{comm: [a], name: 'a{{.Exebase}}'}; ERROR c.yml:1:39; no field .Exebase",
                "{comm: [a], name: '{{.PID}}'}; WARNING c.yml:1:38; every process",
                "{comm: [a], name: '{{.StartTime}}'}; WARNING c.yml:1:38; every start",
                "{comm: [a], name: '{{.Username}}'}; NOTE c.yml:1:38; container",
                "{name: a}; ERROR c.yml:1:17; no selector",
                "{cmdline: ['a(?=b)']}; ERROR c.yml:1:30; lookaround",
                "{comm: [a], name: '{{if}}'}; ERROR c.yml:1:40; missing value",
                "{comm: a}; ERROR c.yml:1:24; must be a list"
            })
    void whatIsWrongIsNamedWithItsPlace(String rule, String place, String message) {
        assertThat(RuleLint.lint(config("process_names: [" + rule + "]")))
                .extracting(RuleLintTest::shown)
                .anySatisfy(
                        finding -> assertThat(finding).startsWith(place + ":").contains(message));
    }

    @Test
    void aGoodConfigurationHasNoFindings() {
        assertThat(
                        RuleLint.lint(
                                config(
                                        "process_names: [{name: '{{.Matches.id}}', comm: [uvicorn], cmdline: ['stream(?P<id>\\d+)']}]")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{comm: [a, b]}; {comm: [a]}; true",
                "{comm: [a]}; {comm: [a, b]}; false",
                "{comm: [a]}; {comm: [a], cmdline: [x]}; true",
                "{comm: [a], cmdline: [x]}; {comm: [a]}; false",
                "{cmdline: ['.*x.*']}; {comm: [a], cmdline: [x]}; true",
                "{cmdline: [cor]}; {cmdline: ['uvicorn\\s+']}; true",
                "{cmdline: [corn]}; {cmdline: ['uvicorn*\\s+']}; false",
                "{cmdline: [cor]}; {cmdline: ['uvicorn|x']}; false",
                "{cmdline: [cor]}; {cmdline: ['(?i)uvicorn']}; false",
                "{cmdline: ['.*']}; {comm: [a]}; true",
                "{exe: [sh]}; {exe: [/bin/sh]}; true",
                "{exe: [/bin/sh]}; {exe: [sh]}; false"
            })
    void aRuleBehindALooserOneNeverGetsAProcess(String first, String second, boolean shadowed) {
        assertThat(RuleLint.lint(config("process_names: [" + first + ", " + second + "]")).stream()
                        .anyMatch(finding -> finding.rule() == 2
                                && finding.finding().problem().message().contains("never gets a process")))
                .isEqualTo(shadowed);
    }

    @Test
    void theProcessesOfNowShowWhichRulesGetNothing() {
        MatcherConfig config = config(
                "process_names: [{name: a, cmdline: ['x.*']}, {name: b, cmdline: ['.x']}, {name: c, comm: [nobody]}]");
        List<RuleFinding> findings = RuleLint.lint(config, List.of(process(1, 0, "p", "axb")), Set.of());
        assertThat(findings)
                .extracting(RuleLintTest::shown)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("WARNING")
                        .contains("rule 2")
                        .contains("taken by rule 1"))
                .anySatisfy(text -> assertThat(text).startsWith("NOTE").contains("rule 3 takes no process"));
    }

    @Test
    void aRuleThatMakesAGroupOfEachProcessIsNamed() {
        MatcherConfig config = config("process_names: [{name: '{{.Matches.n}}', cmdline: ['n(?P<n>\\d+)']}]");
        List<RunningProcess> many = IntStream.range(0, 60)
                .mapToObj(number -> process(number + 1, 0, "p", "n" + number))
                .toList();
        assertThat(RuleLint.lint(config, many, Set.of()))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.finding().problem().message()).contains("60 groups of 60 processes"));
    }

    @Test
    void groupsAndServicesShouldHaveOneName() {
        MatcherConfig config = config(
                "process_names: [{name: 'door-stream{{.Matches.n}}', cmdline: ['door(?P<n>\\d+)']}, {name: other, comm: [o]}]");
        List<RuleFinding> findings = RuleLint.lint(
                config,
                List.of(process(1, 0, "p", "door05"), process(2, 0, "o", "o")),
                List.of("door_stream05", "ppl_detection"));
        assertThat(findings)
                .extracting(RuleLintTest::shown)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("WARNING")
                        .contains("door-stream05")
                        .contains("door_stream05"))
                .anySatisfy(text ->
                        assertThat(text).startsWith("NOTE").contains("no group").contains("ppl_detection"))
                .anySatisfy(text ->
                        assertThat(text).startsWith("NOTE").contains("no logs").contains("other"))
                .hasSize(3);
    }

    @Test
    void aServiceWithoutItsStreamBelongsToItsGroups() {
        MatcherConfig config = config("process_names: [{name: 'ppl_detection-stream02', comm: [p]}]");
        assertThat(RuleLint.lint(config, List.of(process(1, 0, "p")), List.of("ppl_detection")))
                .isEmpty();
    }
}
