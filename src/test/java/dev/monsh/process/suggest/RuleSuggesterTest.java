package dev.monsh.process.suggest;

import static dev.monsh.testing.FakeProcessTable.process;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.rule.MatcherConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSuggesterTest {

    private static RuleSuggestion suggest(RunningProcess... table) {
        return new RuleSuggester(List.of(table)).suggest(table[0].pid()).orElseThrow();
    }

    private static RunningProcess uvicorn(int pid, String app, String port) {
        return process(pid, 1, "python3.9", "/usr/bin/python3.9", "-m", "uvicorn", app, "--port", port);
    }

    /** What the rule makes of the table, through the text that a person would paste into the file. */
    private static Grouping applied(RuleSuggestion suggestion, RunningProcess... table) {
        MatcherConfig config =
                new ProcessExporterConfigReader().read("c.yml", "process_names:\n" + suggestion.yaml("  "));
        return new ProcessMatcher(config, false).group(List.of(table));
    }

    @Test
    void siblingsThatDifferInServiceAndStreamShareOneRule() {
        RunningProcess[] table = {
            uvicorn(1, "ppl_detection_stream02:app", "8002"),
            uvicorn(2, "ppl_detection_stream03:app", "8003"),
            uvicorn(3, "checkdoor_stream05:app", "8005"),
            process(4, 1, "python3.9", "/usr/bin/python3.9", "other.py")
        };
        RuleSuggestion suggestion = suggest(table);
        assertThat(suggestion.yaml("")).isEqualTo("""
                        - name: '{{.Matches.service}}_stream{{.Matches.id}}'
                          comm:
                            - 'python3.9'
                          cmdline:
                            - 'uvicorn\\s+(?:\\S*/)?(?P<service>[\\w.-]+?)_stream(?P<id>\\d+)'
                        """);
        assertThat(suggestion.matched()).extracting(RunningProcess::pid).containsExactly(1, 2, 3);
        assertThat(applied(suggestion, table).counts().keySet())
                .containsExactlyInAnyOrder("ppl_detection_stream02", "ppl_detection_stream03", "checkdoor_stream05");
    }

    @Test
    void oneServiceInSeveralStreamsKeepsItsNameAsText() {
        RuleSuggestion suggestion =
                suggest(uvicorn(1, "ppl_stream02:app", "8002"), uvicorn(2, "ppl_stream03:app", "8003"));
        assertThat(suggestion.rule().name().orElseThrow().value()).isEqualTo("ppl_stream{{.Matches.id}}");
    }

    @Test
    void anOptionThatTellsTwinsApartIsCaptured() {
        RunningProcess[] table = {
            process(1, 0, "python3", "python3", "/opt/app/worker.py", "--camera-id", "north", "--port", "1"),
            process(2, 0, "python3", "python3", "/opt/app/worker.py", "--camera-id", "south", "--port", "2")
        };
        RuleSuggestion suggestion = suggest(table);
        assertThat(applied(suggestion, table).counts().keySet())
                .containsExactlyInAnyOrder("worker-north", "worker-south");
    }

    @Test
    void aProgramWithoutAWordOfItsOwnIsKnownByItsComm() {
        RuleSuggestion suggestion = suggest(process(1, 0, "nginx", "nginx: worker process"), process(2, 0, "x", "y"));
        assertThat(suggestion.matched()).hasSize(1);
        assertThat(applied(suggestion, process(1, 0, "nginx", "nginx: worker process"))
                        .counts()
                        .keySet())
                .containsExactly("nginx");
    }

    @Test
    void aKernelThreadIsKnownByItsComm() {
        assertThat(suggest(process(3, 2, "kworker/0:1-mm")).yaml("")).contains("- 'kworker/0:1-mm'");
    }

    @Test
    void whatAPersonsNameMayHoldSurvivesYaml() {
        RunningProcess odd = process(1, 0, "it's (a)", "it's (a)", "run_{x}.py");
        assertThat(applied(suggest(odd), odd).groups()).hasSize(1);
        RunningProcess control = process(2, 0, "a\tb\"\\", "x", "y");
        assertThat(applied(suggest(control), control).groups()).hasSize(1);
    }

    @Test
    void nothingIsSuggestedForAProcessThatIsNotThere() {
        assertThat(new RuleSuggester(List.of()).suggest(1)).isEmpty();
    }
}
