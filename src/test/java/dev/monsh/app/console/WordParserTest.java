package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.Languages;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.testing.FakeValues;
import dev.monsh.testing.SampleCommands;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordParserTest {

    private final WordParser parser = new WordParser(
            new Completer(
                    SampleCommands.tree(),
                    new FakeValues(),
                    new Languages(PromQl::new, LogQl::new),
                    InstantSource.fixed(Instant.EPOCH)),
            () -> GlobalOptions.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"box use 'open", "box \\", "\"", "query up{", "nope"})
    void everyLineIsAccepted(String line) {
        for (ParseContext context : List.of(ParseContext.ACCEPT_LINE, ParseContext.SECONDARY_PROMPT)) {
            ParsedLine parsed = parser.parse(line, line.length(), context);
            assertThat(parsed.line()).isEqualTo(line);
            assertThat(parsed.cursor()).isEqualTo(line.length());
        }
    }

    @Test
    void theWordAtTheCursorIsWhatIsReplaced() {
        CompletingParsedLine line = completing("run 'my");
        assertThat(line.word()).isEqualTo("my");
        assertThat(line.wordCursor()).isEqualTo(2);
        assertThat(line.rawWordLength()).isEqualTo(3);
        assertThat(line.rawWordCursor()).isEqualTo(3);
        assertThat(line.words()).containsExactly("my");
        assertThat(line.wordIndex()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "plain,     true,  plain",
                "a b,       true,  'a b'",
                "a b/,      false, 'a b/",
                "it's,      true,  'it'\\''s'",
                "a\"b,      true,  'a\"b'",
                "$x,        true,  '$x'",
                "#x,        true,  '#x'",
                "a\\b,      true,  'a\\b'"
            })
    void aWordIsQuotedWhereItNeedsIt(String candidate, boolean whole, String written) {
        assertThat(completing("run ").escape(candidate, whole)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query up{groupname=\"f", "query 'up{groupname=\"f", "logs rat"})
    void insideAnExpressionNothingIsQuoted(String line) {
        assertThat(completing(line).escape("ffmpeg -i \\\"x\\\"", true)).hasToString("ffmpeg -i \\\"x\\\"");
    }

    @Test
    void candidatesReachJlineWithTheirDescriptions() {
        List<Candidate> candidates = new ArrayList<>();
        new CandidateCompleter().complete(null, completing("box "), candidates);
        assertThat(candidates).extracting(Candidate::value).containsExactly("show", "use");
        assertThat(candidates).extracting(Candidate::descr).containsExactly("show a box", "choose a box");
        assertThat(candidates).allMatch(Candidate::complete);
        candidates.clear();
        new CandidateCompleter().complete(null, completing("run scr"), candidates);
        assertThat(candidates).singleElement().satisfies(folder -> {
            assertThat(folder.complete()).isFalse();
            assertThat(folder.descr()).isNull();
        });
    }

    private CompletingParsedLine completing(String line) {
        return (CompletingParsedLine) parser.parse(line, line.length(), ParseContext.COMPLETE);
    }
}
