package dev.monsh.adapter.yaml.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UnreachableException;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessExporterConfigReaderTest {

    private final ProcessExporterConfigReader reader = new ProcessExporterConfigReader();

    private RuleText onlyRule(String yaml) {
        MatcherConfig config = reader.read("c.yml", yaml);
        assertThat(config.problems()).isEmpty();
        assertThat(config.rules()).hasSize(1);
        return config.rules().getFirst().text();
    }

    @Test
    void everyPartOfARuleHasItsPlace() {
        RuleText rule = onlyRule("""
                process_names:
                  - name: '{{.Comm}}'
                    comm:
                      - a
                      - "b\\tc"
                    extra: 1
                    cmdline: ["x"]
                """);
        assertThat(rule.number()).isEqualTo(1);
        assertThat(rule.place()).isEqualTo(new SourceText("c.yml", 2, 5, "", false));
        assertThat(rule.name()).contains(new SourceText("c.yml", 2, 12, "{{.Comm}}", true));
        assertThat(rule.comm().orElseThrow())
                .containsExactly(
                        new SourceText("c.yml", 4, 9, "a", true), new SourceText("c.yml", 5, 9, "b\tc", false));
        assertThat(rule.cmdline().orElseThrow()).containsExactly(new SourceText("c.yml", 7, 16, "x", true));
        assertThat(rule.ignoredKeys()).extracting(SourceText::value).containsExactly("extra");
    }

    @Test
    void aFaultInsideARegexIsNamedByItsOwnColumn() {
        assertThat(reader.read("c.yml", "process_names:\n- cmdline:\n  - 'a(?=b)'\n")
                        .problems())
                .extracting(Problem::place)
                .containsExactly("c.yml:3:7");
    }

    @Test
    void ofARepeatedKeyTheLastCounts() {
        RuleText rule = onlyRule("process_names: [{comm: [x]}]\nprocess_names:\n- comm: [a]\n  comm: [b, c]\n");
        assertThat(rule.comm().orElseThrow()).extracting(SourceText::value).containsExactly("b", "c");
    }

    @Test
    void aMergeKeySetsItsValuesWhereItStands() {
        String yaml = "x: &x {name: merged, comm: [m]}\nprocess_names:\n- name: own\n  <<: *x\n";
        assertThat(onlyRule(yaml).name().map(SourceText::value)).contains("merged");
        String before = "x: &x {name: merged, comm: [m]}\nprocess_names:\n- <<: *x\n  name: own\n";
        assertThat(onlyRule(before).name().map(SourceText::value)).contains("own");
    }

    @Test
    void plainScalarsAreTheirTextAndNullIsNothing() {
        RuleText rule = onlyRule("process_names: [{name: ~, comm: [0x10, yes, ~, 1.50], exe: null}]");
        assertThat(rule.comm().orElseThrow()).extracting(SourceText::value).containsExactly("0x10", "yes", "", "1.50");
        assertThat(rule.exe()).isEqualTo(Optional.empty());
    }

    @Test
    void onlyTheFirstDocumentCountsAndAnEmptyFileHasNoRules() {
        assertThat(reader.read("c.yml", "process_names: [{comm: [a]}]\n---\n: : :")
                        .rules())
                .hasSize(1);
        assertThat(reader.read("c.yml", "")).isEqualTo(new MatcherConfig("c.yml", List.of(), List.of(), List.of()));
        assertThat(reader.read("c.yml", "process_names:\n").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "process_names: [{comm: a}]; c.yml:1:24; comm must be a list, not a string",
                "process_names: [{cmdline: {a: b}}]; c.yml:1:27; not a mapping",
                "process_names: [{name: [a], comm: [a]}]; c.yml:1:24; name must be a string, not a list",
                "process_names: [{comm: [[a]]}]; c.yml:1:25; an entry of comm",
                "process_names: {comm: [a]}; c.yml:1:16; must be a list of rules",
                "process_names: [a]; c.yml:1:17; a rule must be a mapping",
                "process_names: [~]; c.yml:1:17; no selector",
                "- a; c.yml:1:1; expected a mapping",
                "process_names: [; c.yml:1:; is not YAML",
                "a: *b; c.yml:1:; is not YAML"
            })
    void whatTheRealProgramRefusesIsAProblem(String yaml, String place, String message) {
        assertThat(reader.read("c.yml", yaml).problems()).first().satisfies(problem -> {
            assertThat(problem.place()).startsWith(place);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void allProblemsAreReportedTogether(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("c.yml"), "process_names:\n- name: '{{'\n  comm: a\n- cmdline: ['(', '[']\n- {}\n");
        assertThatThrownBy(() -> reader.readOrThrow(file))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::line)
                                .containsExactly(3, 2, 4, 4, 5));
    }

    @Test
    void aFileThatIsNotThereOrNotTextSaysSo(@TempDir Path folder) {
        assertThatThrownBy(() -> reader.read(folder.resolve("none.yml")))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("no such file");
        assertThat(reader.read("c.yml", "é".getBytes(StandardCharsets.ISO_8859_1))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("is not UTF-8");
    }
}
