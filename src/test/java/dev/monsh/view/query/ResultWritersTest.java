package dev.monsh.view.query;

import static dev.monsh.view.query.Answers.START;
import static dev.monsh.view.query.Answers.labels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.Spool;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeMetricsSource;
import dev.monsh.view.Timestamps;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ResultWritersTest {

    private static final NativeHistogram HISTOGRAM = new NativeHistogram(
            "3",
            "4.5",
            List.of(
                    new NativeHistogram.Bucket(3, "-0.001", "0.001", "1"),
                    new NativeHistogram.Bucket(0, "1", "2", "2"),
                    new NativeHistogram.Bucket(1, "-2", "-1", "1")));

    private static final Consumer<ResultHandler> VECTOR = FakeMetricsSource.vector(
            START,
            labels("__name__", "up", "job", "a,b\"c", "z", "1"),
            "1",
            labels("__name__", "up", "instance", "x\ny\tz"),
            "1e-05",
            labels(),
            "NaN");

    @Test
    void csvHasAColumnALabelWithTheMetricsNameFirst() {
        assertThat(delimited(Delimited.CSV, true, VECTOR)).isEqualTo("""
                        __name__,instance,job,z,timestamp,value
                        up,,"a,b""c",1,2026-11-22T10:30:00Z,1
                        up,"x
                        y	z",,,2026-11-22T10:30:00Z,1e-05
                        ,,,,2026-11-22T10:30:00Z,NaN
                        """);
    }

    @Test
    void tsvHasNoHeaderAndARowIsALine() {
        assertThat(delimited(Delimited.TSV, false, VECTOR)).isEqualTo("""
                        up\t\ta,b"c\t1\t2026-11-22T10:30:00Z\t1
                        up\tx\\ny\\tz\t\t\t2026-11-22T10:30:00Z\t1e-05
                        \t\t\t\t2026-11-22T10:30:00Z\tNaN
                        """);
    }

    @Test
    void everySampleOfARangeIsARow() {
        Consumer<ResultHandler> matrix = handler -> {
            handler.begin(ResultType.MATRIX);
            handler.series(labels("job", "a"));
            handler.sample(START, "1");
            handler.sample(START + 500, "+Inf");
            handler.histogram(START + 1000, HISTOGRAM);
            handler.endOfSeries();
            handler.series(labels("job", "empty"));
            handler.endOfSeries();
            handler.series(labels("instance", "b"));
            handler.sample(START, "2");
            handler.endOfSeries();
        };
        assertThat(delimited(Delimited.CSV, true, matrix)).isEqualTo("""
                        instance,job,timestamp,value
                        ,a,2026-11-22T10:30:00Z,1
                        ,a,2026-11-22T10:30:00.500Z,+Inf
                        ,a,2026-11-22T10:30:01Z,"{count:3, sum:4.5, [-0.001,0.001]:1, (1,2]:2, [-2,-1):1}"
                        b,,2026-11-22T10:30:00Z,2
                        """);
    }

    @Test
    void aStringResultKeepsItsCommasQuotesLineEndsAndLetters() {
        Consumer<ResultHandler> text = string("a,b \"c\"\nd\tüber 日本 🙂 ÿ\u0000");
        assertThat(delimited(Delimited.CSV, false, text))
                .isEqualTo("2026-11-22T10:30:00Z,\"a,b \"\"c\"\"\nd\tüber 日本 🙂 ÿ\u0000\"\n");
        assertThat(delimited(Delimited.TSV, false, text))
                .isEqualTo("2026-11-22T10:30:00Z\ta,b \"c\"\\nd\\tüber 日本 🙂 ÿ\u0000\n");
    }

    @Test
    void onATerminalControlCharactersOfLabelsAndValuesAreVisible() {
        CapturedConsole terminal = CapturedConsole.terminal(80);
        try (DelimitedResultWriter writer = new DelimitedResultWriter(Delimited.CSV, true, terminal.console())) {
            FakeMetricsSource.vector(START, labels("j\u001bb", "a\u0007"), "x\u001by")
                    .accept(writer);
            writer.finish();
        }
        assertThat(terminal.out()).isEqualTo("j\\eb,timestamp,value\na\\x07,2026-11-22T10:30:00Z,x\\ey\n");
    }

    @Test
    void moreThanFitsInMemoryGoesThroughAFileUnchanged() {
        CapturedConsole captured = CapturedConsole.piped();
        int samples = 100_000;
        try (DelimitedResultWriter writer =
                new DelimitedResultWriter(Delimited.TSV, false, captured.console(), new Spool(1))) {
            writer.begin(ResultType.MATRIX);
            for (String job : List.of("a", "b")) {
                writer.series(labels("job", job));
                for (int i = 0; i < samples / 2; i++) {
                    writer.sample(START + i, job + i);
                }
                writer.endOfSeries();
            }
            writer.finish();
        }
        Timestamps timestamps = new Timestamps();
        List<String> lines = captured.out().lines().toList();
        assertThat(lines).hasSize(samples);
        for (int i = 0; i < samples; i++) {
            String job = i < samples / 2 ? "a" : "b";
            int sample = i % (samples / 2);
            assertThat(lines.get(i)).isEqualTo(job + "\t" + timestamps.utc(START + sample) + "\t" + job + sample);
        }
    }

    @Test
    void anEmptyAnswerIsTheHeaderAlone() {
        CapturedConsole captured = CapturedConsole.piped();
        try (DelimitedResultWriter writer = new DelimitedResultWriter(Delimited.CSV, true, captured.console())) {
            writer.begin(ResultType.VECTOR);
            writer.finish();
        }
        assertThat(captured.out()).isEqualTo("timestamp,value\n");
    }

    @Test
    void rawIsTheValuesAlone() {
        CapturedConsole captured = CapturedConsole.piped();
        RawResultWriter writer = new RawResultWriter(captured.console());
        VECTOR.accept(writer);
        string("a\u001b\nb").accept(writer);
        writer.histogram(0, HISTOGRAM);
        assertThat(captured.out())
                .isEqualTo("1\n1e-05\nNaN\na\u001b\nb\n{count:3, sum:4.5, [-0.001,0.001]:1, (1,2]:2, [-2,-1):1}\n");
        CapturedConsole terminal = CapturedConsole.terminal(80);
        string("a\u001b\nb").accept(new RawResultWriter(terminal.console()));
        assertThat(terminal.out()).isEqualTo("a\\e\\nb\n");
    }

    @Test
    void jsonLinesHaveTheFormOfTheApisElements() {
        assertThat(jsonLines(VECTOR)).isEqualTo("""
                        {"metric":{"__name__":"up","job":"a,b\\"c","z":"1"},"value":[1795343400,"1"]}
                        {"metric":{"__name__":"up","instance":"x\\ny\\tz"},"value":[1795343400,"1e-05"]}
                        {"metric":{},"value":[1795343400,"NaN"]}
                        """);
    }

    @Test
    void jsonLinesOfARangeHaveArraysOfValuesAndHistograms() {
        String histogram = "{\"count\":\"3\",\"sum\":\"4.5\",\"buckets\":[[3,\"-0.001\",\"0.001\",\"1\"],"
                + "[0,\"1\",\"2\",\"2\"],[1,\"-2\",\"-1\",\"1\"]]}";
        assertThat(jsonLines(handler -> {
                    handler.begin(ResultType.MATRIX);
                    handler.series(labels("a", "1"));
                    handler.sample(START, "1");
                    handler.sample(START + 100, "2");
                    handler.histogram(START + 200, HISTOGRAM);
                    handler.endOfSeries();
                    handler.series(labels("a", "2"));
                    handler.endOfSeries();
                }))
                .isEqualTo("{\"metric\":{\"a\":\"1\"},\"values\":[[1795343400,\"1\"],[1795343400.100,\"2\"]],"
                        + "\"histograms\":[[1795343400.200," + histogram + "]]}\n{\"metric\":{\"a\":\"2\"}}\n");
        assertThat(jsonLines(handler -> {
                    handler.begin(ResultType.VECTOR);
                    handler.series(labels());
                    handler.histogram(START, HISTOGRAM);
                    handler.endOfSeries();
                }))
                .isEqualTo("{\"metric\":{},\"histogram\":[1795343400," + histogram + "]}\n");
    }

    private static Consumer<ResultHandler> string(String value) {
        return handler -> {
            handler.begin(ResultType.STRING);
            handler.series(labels());
            handler.sample(START, value);
            handler.endOfSeries();
        };
    }

    private static String delimited(Delimited form, boolean header, Consumer<ResultHandler> answer) {
        CapturedConsole captured = CapturedConsole.piped();
        try (DelimitedResultWriter writer = new DelimitedResultWriter(form, header, captured.console())) {
            answer.accept(writer);
            writer.finish();
        }
        return captured.out();
    }

    private static String jsonLines(Consumer<ResultHandler> answer) {
        CapturedConsole captured = CapturedConsole.piped();
        answer.accept(new JsonLinesResultWriter(captured.console().out()));
        return captured.out();
    }
}
