package dev.monsh.view.query;

import static dev.monsh.view.query.Answers.START;
import static dev.monsh.view.query.Answers.labels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeMetricsSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80})
    void seriesAreToldApartAtEveryWidth(int width) {
        String group = "a".repeat(71);
        assertThat(table(
                        width,
                        labels("groupname", group + "1", "host", "edge-box-04"),
                        labels("groupname", group + "2", "host", "edge-box-05"),
                        labels("groupname", "b", "host", "edge-box-04")))
                .isEqualTo(
                        switch (width) {
                            case 40 -> """
                        groupname             host         value
                        aaaaaaaaaa…aaaaaaaa1  edge-box-04      1
                        aaaaaaaaaa…aaaaaaaa2  edge-box-05      1
                        b                     edge-box-04      1
                        """;
                            case 60 -> """
                        groupname                                 host         value
                        aaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaa1  edge-box-04      1
                        aaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaa2  edge-box-05      1
                        b                                         edge-box-04      1
                        """;
                            default -> """
                        groupname                                                     host         value
                        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaaaaaaaaaaaa1  edge-box-04      1
                        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaaaaaaaaaaaa2  edge-box-05      1
                        b                                                             edge-box-04      1
                        """;
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80})
    void oneLongValueCostsTheOthersNothing(int width) {
        assertThat(table(
                        width,
                        labels("groupname", "x".repeat(120), "host", "h1", "mode", "idle"),
                        labels("groupname", "short", "host", "h2", "mode", "user")))
                .isEqualTo(
                        switch (width) {
                            case 40 -> """
                        groupname              host  mode  value
                        xxxxxxxxxx…xxxxxxxxxx  h1    idle      1
                        short                  h2    user      1
                        """;
                            case 60 -> """
                        groupname                                  host  mode  value
                        xxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxxxxxx  h1    idle      1
                        short                                      h2    user      1
                        """;
                            default -> """
                        groupname                                                      host  mode  value
                        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  h1    idle      1
                        short                                                          h2    user      1
                        """;
                        });
    }

    @Test
    void aLabelThatTellsNoSeriesApartLeavesFirstAndTheTableSaysSo() {
        assertThat(table(
                        40,
                        labels("a", "first-long-name-1", "b", "other-long-name-1", "c", "third-long-name-1"),
                        labels("a", "first-long-name-2", "b", "other-long-name-2", "c", "third-long-name-2"),
                        labels("a", "first-long-name-3", "b", "other-long-name-2", "c", "third-long-name-2")))
                .isEqualTo("""
                        a                b                 value
                        first-l…-name-1  other-lo…-name-1      1
                        first-l…-name-2  other-lo…-name-2      1
                        first-l…-name-3  other-lo…-name-2      1
                        (left out: c; -o json or a wider
                        terminal shows it)
                        """);
    }

    @Test
    void whereEveryLabelIsNeededARecordShowsThemAll() {
        String middle = "-".repeat(20);
        assertThat(table(
                        40,
                        labels("a", "begin" + middle + "1" + middle + "end", "b", "x"),
                        labels("a", "begin" + middle + "2" + middle + "end", "b", "x")))
                .isEqualTo("""
                        b=x
                        ── 1 ───────────────────────────────────
                        a      begin--------------------1-------
                               -------------end
                        value  1
                        ── 2 ───────────────────────────────────
                        a      begin--------------------2-------
                               -------------end
                        value  1
                        """);
    }

    private static String table(int width, Labels... series) {
        CapturedConsole captured = CapturedConsole.terminal(width);
        List<Object> answer = new ArrayList<>();
        for (Labels each : series) {
            answer.add(each);
            answer.add("1");
        }
        try (AnswerWriter writer = new QueryView(captured.console()).writer(OutputFormat.TABLE, Optional.empty())) {
            FakeMetricsSource.vector(START, answer.toArray()).accept((SampleWriter) writer);
            writer.finish();
        }
        return captured.out();
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
