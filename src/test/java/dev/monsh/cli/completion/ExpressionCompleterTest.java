package dev.monsh.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Completion.Candidate;
import dev.monsh.testing.FakeValues;
import dev.monsh.testing.SampleCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionCompleterTest {

    private final Completer completer = new Completer(SampleCommands.tree(), new FakeValues());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {
                "query rat                                     ; rate_of_frames|rate",
                "query sum(rat                                 ; rate_of_frames|rate",
                "query -name                                   ; §§",
                "query (name                                   ; namedprocess_namegroup_num_procs",
                "query 'sum(name                               ; namedprocess_namegroup_num_procs",
                "query \"sum(name                              ; namedprocess_namegroup_num_procs",
                "query -o json name                            ; namedprocess_namegroup_num_procs",
                "§query up{§                                   ; groupname|instance|job",
                "query up{j                                    ; job",
                "query up{job=\"x\",gr                         ; groupname",
                "query 'up{gr                                  ; groupname",
                "query up{groupname=\"                         ; ffmpeg -i|python \\\"x\\\"|python-stream02",
                "query up{groupname=\"py                       ; python \\\"x\\\"|python-stream02",
                "query up{groupname=\"ffmpeg -                 ; ffmpeg -i",
                "query up{groupname=\"python \\\"              ; python \\\"x\\\"",
                "query up{groupname =~ \"f                     ; ffmpeg -i",
                "query up{a!=\"b\",groupname!~\"f              ; ffmpeg -i",
                "query 'up{groupname=\"f                       ; ffmpeg -i",
                "query up{job=\"                               ; job-value",
                "query up{job=\"x\"} > u                       ; up",
                "query up{job=\"a b                            ; §§"
            })
    void completesTheNameAtTheEnd(String line, String candidates) {
        assertThat(complete(line).candidates().stream().map(Candidate::value))
                .containsExactly(candidates.isEmpty() ? new String[0] : candidates.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {
                "{                 ; filename|service",
                "{service=\"ch      ; checkdoor_ai_agent_stream05",
                "{job=~\"           ; job-value",
                "sum(count_o       ; count_over_time",
                "{a=\"b\"} | js     ; json",
                "namedpro          ; §§"
            })
    void inLogQlTheLabelsAreThoseOfStreams(String before, String candidates) {
        Completion completion = ExpressionCompleter.logQl(new FakeValues()).complete(before, GlobalOptions.NONE);

        assertThat(completion.candidates().stream()
                        .map(Candidate::value)
                        .filter(value -> value.startsWith(completion.prefix())))
                .containsExactly(candidates.isEmpty() ? new String[0] : candidates.split("\\|"));
    }

    @Test
    void candidatesGoInAsTheyAreAndNoBlankFollows() {
        Completion completion = complete("query up{groupname=\"py");
        assertThat(completion.start()).isEqualTo("query up{groupname=\"".length());
        assertThat(completion.prefix()).isEqualTo("py");
        assertThat(completion.verbatim()).isTrue();
        assertThat(completion.candidates()).noneMatch(Candidate::whole);
    }

    @Test
    void functionsAreOfferedOnceALetterIsThere() {
        assertThat(complete("query sum(").candidates())
                .extracting(Candidate::description)
                .containsOnly("metric");
        assertThat(complete("query histo").candidates())
                .containsExactly(new Candidate("histogram_quantile", "function", false));
    }

    private Completion complete(String line) {
        return completer.complete(line, line.length(), GlobalOptions.NONE);
    }
}
