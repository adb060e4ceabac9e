package dev.monsh.view.query;

import static dev.monsh.view.query.Answers.START;
import static dev.monsh.view.query.Answers.labels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.metrics.Notices;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeMetricsSource;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueryViewTest {

    private static final Query NOW = new Query.Instantaneous("up", Optional.empty());

    private final CapturedConsole terminal = CapturedConsole.terminal(60);
    private final FakeMetricsSource source = new FakeMetricsSource();

    @Test
    void aTableHasAColumnALabelAndTheValue() {
        source.answering(FakeMetricsSource.vector(
                START, labels("__name__", "up", "job", "a"), "1", labels("instance", "b\u001b"), "+Inf"));
        new QueryView(terminal.console()).print(source, NOW, OutputFormat.TABLE);
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
            source.answering(matrix());
            new QueryView(terminal.console()).print(source, NOW, OutputFormat.TABLE);
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
        source.answering(single(ResultType.STRING, "hello\u001b"));
        assertThat(new QueryView(terminal.console()).print(source, NOW, format).empty())
                .isFalse();
        assertThat(terminal.out()).isEqualTo("hello\\e\n");
    }

    @Test
    void aScalarIsANumberOrABar() {
        source.answering(single(ResultType.SCALAR, "2"));
        new QueryView(terminal.console()).print(source, NOW, OutputFormat.TABLE);
        assertThat(terminal.out()).isEqualTo("2\n");
        new QueryView(terminal.console()).print(source, NOW, OutputFormat.GRAPH);
        assertThat(terminal.out()).isEqualTo("2\n{}   2 " + "█".repeat(53) + "\n");
    }

    @Test
    void theSamplesOfARangeSelectorAreAPlotEvenAtOnePointInTime() {
        source.answering(matrix());
        new QueryView(terminal.console()).print(source, NOW, OutputFormat.GRAPH);
        assertThat(terminal.out()).contains("└────").contains("last 2  min 1  max 2");
    }

    @Test
    void jsonIsTheDataObjectAndALineEnd() {
        CapturedConsole piped = CapturedConsole.piped();
        String data = "{\"resultType\":\"scalar\",\"result\":[1795343400.10,\"1\"]}";
        QueryView.Outcome outcome = new QueryView(piped.console())
                .print(source.answeringData(data).saying(List.of("w"), List.of("i")), NOW, OutputFormat.JSON);
        assertThat(piped.out()).isEqualTo(data + "\n");
        assertThat(outcome).isEqualTo(new QueryView.Outcome(false, new Notices(List.of("w"), List.of("i"))));
    }

    @ParameterizedTest
    @EnumSource(value = OutputFormat.class, names = "YAML", mode = EnumSource.Mode.EXCLUDE)
    void anEmptyAnswerIsNoticedInEveryForm(OutputFormat format) {
        assertThat(new QueryView(CapturedConsole.piped().console())
                        .print(source, NOW, format)
                        .empty())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"YAML", "JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void anAnswerWithASeriesIsNotEmptyInAnyForm(OutputFormat format) {
        source.answering(FakeMetricsSource.vector(START, labels("job", "a"), "1"));
        CapturedConsole piped = CapturedConsole.piped();
        assertThat(new QueryView(piped.console()).print(source, NOW, format).empty())
                .isFalse();
        assertThat(piped.out()).endsWith("\n").contains("1");
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
