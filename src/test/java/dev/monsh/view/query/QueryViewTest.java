package dev.monsh.view.query;

import static dev.monsh.view.query.Answers.START;
import static dev.monsh.view.query.Answers.labels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeMetricsSource;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueryViewTest {

    private final CapturedConsole terminal = CapturedConsole.terminal(60);

    @Test
    void aTableHasAColumnALabelAndTheValue() {
        print(
                OutputFormat.TABLE,
                FakeMetricsSource.vector(
                        START, labels("__name__", "up", "job", "a"), "1", labels("instance", "b\u001b"), "+Inf"));
        assertThat(terminal.out()).isEqualTo("""
                        metric  instance  job  value
                        up                a        1
                                b\\e             +Inf
                        """);
    }

    @Test
    void aTableOfARangeHasTheLocalTime() {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            print(OutputFormat.TABLE, matrix());
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(terminal.out()).isEqualTo("""
                        job=a
                        time                 value
                        2026-11-22 10:30:00      1
                        2026-11-22 10:31:00      2
                        """);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"TABLE", "GRAPH"})
    void aStringIsPrintedAsItIsWithItsControlsVisible(OutputFormat format) {
        print(format, single(ResultType.STRING, "hello\u001b"));
        assertThat(terminal.out()).isEqualTo("hello\\e\n");
    }

    @Test
    void aScalarIsANumberOrABar() {
        print(OutputFormat.TABLE, single(ResultType.SCALAR, "2"));
        assertThat(terminal.out()).isEqualTo("2\n");
        print(OutputFormat.GRAPH, single(ResultType.SCALAR, "2"));
        assertThat(terminal.out()).isEqualTo("2\n{}   2 " + "█".repeat(53) + "\n");
    }

    @Test
    void theSamplesOfARangeSelectorAreAPlotEvenAtOnePointInTime() {
        print(OutputFormat.GRAPH, matrix());
        assertThat(terminal.out()).contains("└────").contains("last 2  min 1  max 2");
    }

    @Test
    void anAnswerThatBrokeOffIsNoTable() {
        try (AnswerWriter writer = new QueryView(terminal.console()).writer(OutputFormat.TABLE, Optional.empty())) {
            matrix().accept((SampleWriter) writer);
        }
        assertThat(terminal.out()).isEmpty();
    }

    private void print(OutputFormat format, Consumer<ResultHandler> answer) {
        try (AnswerWriter writer = new QueryView(terminal.console()).writer(format, Optional.empty())) {
            answer.accept((SampleWriter) writer);
            writer.finish();
        }
    }

    private static Consumer<ResultHandler> single(ResultType type, String value) {
        return handler -> {
            handler.begin(type);
            handler.series(labels());
            handler.sample(START, value);
            handler.endOfSeries();
        };
    }

    private static Consumer<ResultHandler> matrix() {
        return handler -> {
            handler.begin(ResultType.MATRIX);
            handler.series(labels("job", "a"));
            handler.sample(START, "1");
            handler.sample(START + 60_000, "2");
            handler.endOfSeries();
        };
    }
}
