package dev.monsh.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Option;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.testing.FakeValues;
import dev.monsh.testing.SampleCommands;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompleterTest {

    private final Completer completer = new Completer(
            SampleCommands.tree(),
            new FakeValues(),
            new Languages(PromQl::new, LogQl::new),
            InstantSource.fixed(Instant.EPOCH));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "§§                          ~ box logs process query run stack start up cpu",
                "b                           ~ box",
                "§box §                      ~ show use",
                "box u                       ~ use",
                "sec                         ~ §§",
                "-q b                        ~ box",
                "--box odk04 box s           ~ show",
                "§query --step §             ~ 30s 5m 15m 1h 6h 1d 7d",
                "query --at now-1            ~ now-1h now-1d",
                "query -o j                  ~ json",
                "query --output j            ~ json",
                "query --output=j            ~ json",
                "query --output=             ~ table tsv json",
                "box show --output=j         ~ §§",
                "§-o §                       ~ table tsv csv json jsonl raw graph yaml",
                "up --engine n               ~ native",
                "up --engine=n               ~ native",
                "§box use §                  ~ aibox-2 odk04",
                "§--box §                    ~ aibox-2 odk04",
                "run c                       ~ check.monsh",
                "run scr                     ~ scripts/",
                "§stack init §               ~ scripts/",
                "§process test --config §    ~ check.monsh|my file|scripts/",
                "§run check.monsh §          ~ §§",
                "§box use odk04 §            ~ §§",
                "nope x                      ~ §§",
                "query --nope=x              ~ §§",
                "query --fail-on-empty=      ~ §§"
            })
    void completesTheWordAtTheEndOfALine(String line, String candidates) {
        assertThat(values(line))
                .containsExactly(
                        candidates.isEmpty()
                                ? new String[0]
                                : candidates.split(candidates.contains("|") ? "\\|" : " "));
    }

    @Test
    void optionsAreOfferedOnce() {
        assertThat(values("query --s")).containsExactly("--step");
        assertThat(values("query --step 5m --s")).isEmpty();
        assertThat(values("query -o json --o")).doesNotContain("--output");
        assertThat(values("process test --comm a --com")).containsExactly("--comm");
        assertThat(values("process test --co")).containsExactly("--config", "--comm", "--no-color");
        assertThat(values("box use -- --")).isEmpty();
    }

    @Test
    void allOptionsAreOfferedBehindADash() {
        assertThat(values("query -"))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("at", "step", "fail-on-empty"),
                                GlobalOptions.ALL.stream().map(Option::longName))
                        .map(name -> "--" + name)
                        .toList());
    }

    @Test
    void aCommandAndAFamilyOfCommandsAreDescribed() {
        assertThat(complete("b").candidates()).containsExactly(Candidate.word("box", "show, use"));
        assertThat(complete("box u").candidates()).containsExactly(Candidate.word("use", "choose a box"));
    }

    @Test
    void behindAFolderNoBlankFollows() {
        assertThat(complete("run s").candidates()).containsExactly(Candidate.part("scripts/", "scripts/", ""));
    }

    @Test
    void anOpenQuoteBelongsToTheWord() {
        Completion completion = complete("run 'my");
        assertThat(completion.start()).isEqualTo(4);
        assertThat(completion.prefix()).isEqualTo("my");
        assertThat(completion.verbatim()).isFalse();
        assertThat(completion.candidates()).containsExactly(Candidate.word("my file", ""));
    }

    @Test
    void theValueBehindAnEqualsSignIsReplacedAlone() {
        Completion completion = complete("query --output=js");
        assertThat(completion.start()).isEqualTo("query --output=".length());
        assertThat(completion.prefix()).isEqualTo("js");
    }

    @Test
    void onlyWhatStandsBeforeTheCursorCounts() {
        assertThat(completer.complete("box us odk04", 6, GlobalOptions.NONE).candidates())
                .extracting(Candidate::text)
                .containsExactly("use");
    }

    @Test
    void behindACommandThatTakesAnExpressionThereAreMetricsAndTheCommandsBelowIt() {
        assertThat(values("query "))
                .startsWith("namedprocess_namegroup_num_procs", "rate_of_frames", "up", "sum(", "avg(")
                .hasSize(21);
        assertThat(values("query u")).containsExactly("up");
        assertThat(values("logs la")).contains("labels", "last_over_time(");
        assertThat(values("query up la")).isEmpty();
        assertThat(values("logs x la")).doesNotContain("labels").contains("last_over_time(");
        assertThat(values("logs -- la")).doesNotContain("labels");
    }

    private List<String> values(String line) {
        return complete(line).candidates().stream().map(Candidate::text).toList();
    }

    private Completion complete(String line) {
        return completer.complete(line, line.length(), GlobalOptions.NONE);
    }
}
