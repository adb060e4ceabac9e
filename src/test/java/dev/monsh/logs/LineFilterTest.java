package dev.monsh.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import dev.monsh.labels.Labels;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "ts=1 level=warn msg=\"an error\" ~ WARN",
                "{\"ts\":1,\"level\":\"error\",\"msg\":\"INFO\"} ~ ERROR",
                "{\"severity\": \"Critical\"} ~ FATAL",
                "2026-11-22T10:45:10Z [INFO] - request 91 took 167ms ~ INFO",
                "2026-11-22T10:45:10Z [debug] - x ~ DEBUG",
                "2026-11-22 10:45:10,123 ERROR root: boom ~ ERROR",
                "WARNING: disk full ~ WARN",
                "INFO:     127.0.0.1:1234 - \"GET /error HTTP/1.1\" 200 ~ INFO",
                "2026-11-22 10:45:10 | TRACE | loop ~ TRACE",
                "E1122 10:45:10.123456 main.go:5] boom ~ ERROR",
                "I1122 10:45:10.123456 main.go:5] fine ~ INFO",
                "levelname=CRITICAL x ~ FATAL"
            })
    void theLevelOfALineIsFound(String line, Level level) {
        assertThat(Level.of(line)).hasValue(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "an error happened",
                "no information here",
                "sublevel=error",
                "MIRROR synced",
                "''",
                "level=verbose"
            })
    void aLineThatNamesNoLevelHasNone(String line) {
        assertThat(Level.of(line)).isEmpty();
    }

    @Test
    void aLabelGoesBeforeTheText() {
        assertThat(Level.of(line("[INFO] x", "detected_level", "error"))).hasValue(Level.ERROR);
        assertThat(Level.of(line("[INFO] x", "level", "unknown"))).hasValue(Level.INFO);
    }

    @Test
    void aLevelLetsTheMoreSeriousPass() {
        assertThat(LineFilter.level("--level", "warning"))
                .accepts(line("[WARN] x", "a", "b"), line("[FATAL] x", "a", "b"))
                .rejects(line("[INFO] x", "a", "b"), line("nothing", "a", "b"));
        assertThatThrownBy(() -> LineFilter.level("--level", "loud")).isInstanceOf(UsageException.class);
    }

    @Test
    void grepFindsAnywhereAndRefusesWhatIsNoExpression() {
        assertThat(LineFilter.grep("--grep", "took \\d{3}ms"))
                .accepts(line("x took 167ms", "a", "b"))
                .rejects(line("x took 1ms", "a", "b"));
        assertThatThrownBy(() -> LineFilter.grep("--grep", "("))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--grep (");
    }

    private static LogLine line(String text, String label, String value) {
        return new LogLine(1, Labels.of(Map.of(label, value)), text);
    }
}
