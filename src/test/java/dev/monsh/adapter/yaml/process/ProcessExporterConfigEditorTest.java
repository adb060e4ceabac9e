package dev.monsh.adapter.yaml.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import dev.monsh.testing.ManualStack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProcessExporterConfigEditorTest {

    private static final RuleText NGINX = RuleText.ofValues(
            "test",
            Optional.of("{{.Comm}}-{{.Matches.role}}"),
            List.of("nginx"),
            List.of(),
            List.of("nginx: (?P<role>\\w+)"));

    private final ProcessExporterConfigEditor editor = new ProcessExporterConfigEditor();

    private String added(String content, OptionalInt before) {
        byte[] after = editor.add("config.yml", content.getBytes(StandardCharsets.UTF_8), NGINX, before);
        assertThat(read(after).problems()).isEmpty();
        return new String(after, StandardCharsets.UTF_8);
    }

    private String removed(String content, int rule) {
        return new String(
                editor.remove("config.yml", content.getBytes(StandardCharsets.UTF_8), rule), StandardCharsets.UTF_8);
    }

    private static MatcherConfig read(byte[] content) {
        return new ProcessExporterConfigReader().read("config.yml", content);
    }

    @Test
    void addsARuleBehindThoseOfTheManual() {
        assertThat(added(ManualStack.RULES, OptionalInt.empty()))
                .isEqualTo(ManualStack.RULES
                        + "\n\n  - name: '{{.Comm}}-{{.Matches.role}}'\n    comm:\n      - nginx\n"
                        + "    cmdline:\n      - 'nginx: (?P<role>\\w+)'");
    }

    @Test
    void addsARuleInFrontOfAnother() {
        String after = added(ManualStack.RULES, OptionalInt.of(2));

        assertThat(read(after.getBytes(StandardCharsets.UTF_8)).rules())
                .extracting(rule -> rule.text().name().orElseThrow().value())
                .containsExactly(
                        "ppl_detection_double_check-stream{{.Matches.stream_id}}",
                        "{{.Comm}}-{{.Matches.role}}",
                        "checkdoor_ai_agent-stream{{.Matches.stream_id}}");
        assertThat(removed(after, 2)).isEqualTo(ManualStack.RULES);
    }

    @Test
    void startsTheListWhereThereIsNone() {
        assertThat(added("", OptionalInt.empty())).startsWith("process_names:\n");
        assertThat(added("# mine\nprocess_names:\n", OptionalInt.empty())).startsWith("# mine\nprocess_names:\n");
        assertThat(added("process_names: []\n", OptionalInt.empty())).startsWith("process_names:");
    }

    @Test
    void keepsCommentsAndWindowsLineEnds() {
        String file = "# rules\r\nprocess_names:\r\n- comm: [bash] # shells\r\n  name: sh\r\n";

        String after = added(file, OptionalInt.empty());

        assertThat(after).startsWith(file.stripTrailing()).doesNotContainPattern("[^\r]\n");
        assertThat(removed(after, 2)).isEqualTo(file);
    }

    @Test
    void removesARuleWithItsOwnComment() {
        String file = """
                process_names:
                  # first
                  - comm: [a]
                  # second
                  - comm: [b]
                """;

        assertThat(removed(file, 2)).isEqualTo("process_names:\n  # first\n  - comm: [a]\n");
    }

    @Test
    void refusesARuleThatIsNotThere() {
        assertThatThrownBy(() -> removed(ManualStack.RULES, 3))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("config.yml: no rule 3; the file has 2 rules");
    }

    @Test
    void refusesAListThatIsAnAlias() {
        assertThatThrownBy(() -> added("x: &rules [{comm: [a]}]\nprocess_names: *rules\n", OptionalInt.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("config.yml:2:16: ");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThatThrownBy(() -> removed("process_names: [{comm: [a]}]\nprocess_names: []\n", 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("config.yml:2:1: ");
    }
}
