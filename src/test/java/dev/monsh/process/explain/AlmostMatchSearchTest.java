package dev.monsh.process.explain;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.process.RunningProcess;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlmostMatchSearchTest {

    private static List<AlmostMatch> search(RuleText rule, RunningProcess... processes) {
        MatcherConfig config = MatcherConfig.ofRule(rule);
        return new AlmostMatchSearch(config, 10).among(List.of(processes));
    }

    private static RuleText rule(List<String> comm, String... cmdline) {
        return RuleText.ofValues("test", Optional.of("x"), comm, List.of(), List.of(cmdline));
    }

    @Test
    void namesTheCommThatAloneKeepsAProcessOut() {
        List<AlmostMatch> close = search(
                rule(List.of("uvicorn", "python3.9"), "uvicorn\\s+(?P<app>\\w+)"),
                process(7, 1, "python3.11", "/usr/bin/python3.11", "/usr/bin/uvicorn", "app:main"));

        assertThat(close).singleElement().satisfies(miss -> {
            assertThat(miss.process().pid()).isEqualTo(7);
            assertThat(miss.reason()).isEqualTo("comm is python3.11; the rule wants uvicorn or python3.9");
        });
    }

    @Test
    void tellsHowFarARegexIsFound() {
        List<AlmostMatch> close = search(
                rule(List.of("uvicorn"), "uvicorn\\s+app_stream(?P<id>\\d+)"),
                process(7, 1, "uvicorn", "uvicorn", "app_streamX"));

        assertThat(close)
                .singleElement()
                .satisfies(miss -> assertThat(miss.hint().orElse(""))
                        .contains("matches up to uvicorn\\s+app_stream")
                        .contains("X"));
    }

    @Test
    void passesOverAnotherProgram() {
        assertThat(search(
                        rule(List.of("uvicorn"), "uvicorn\\s+(?P<app>\\w+)"),
                        process(7, 1, "sshd", "/usr/sbin/sshd", "-D"),
                        process(8, 1, "kthreadd")))
                .isEmpty();
    }

    @Test
    void takesNoRegexThatFitsEverythingForATellingOne() {
        assertThat(search(rule(List.of("uvicorn"), ".+"), process(7, 1, "sshd", "/usr/sbin/sshd", "-D")))
                .isEmpty();
    }

    @Test
    void stopsAtTheGivenNumber() {
        MatcherConfig config = MatcherConfig.ofRule(rule(List.of("uvicorn"), "serve"));
        List<RunningProcess> processes =
                List.of(process(7, 1, "a", "serve"), process(8, 1, "b", "serve"), process(9, 1, "c", "serve"));

        assertThat(new AlmostMatchSearch(config, 2).among(processes))
                .extracting(miss -> miss.process().pid())
                .containsExactly(7, 8);
    }
}
