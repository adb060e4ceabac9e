package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.JsonText;
import dev.monsh.testing.Launched;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of answer in every form. The expressions need no scraped series, so that each answer is known to the byte. */
@WithRealPrometheus
class OutputFormIT {

    private static final String VECTOR =
            "label_replace(label_replace(vector(1e-7), 'a', 'b,c\\td', '', ''), '__name__', 'm', '', '')"
                    + " or label_replace(vector(0.1234567890123456), 'z', 'say \"x\"', '', '')";

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;
    private Launched monsh;

    OutputFormIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).asking(prometheus.url());
    }

    private String vector(String... options) {
        return instant(VECTOR, options);
    }

    private String instant(String expression, String... options) {
        return answer(words(options, "--at", "1795343400.25", expression));
    }

    private String matrix(String... options) {
        return answer(words(
                options,
                "--start",
                "2026-11-22T10:30:00Z",
                "--end",
                "2026-11-22T10:30:02Z",
                "--step",
                "1s",
                "label_replace(vector(time() % 60), 'a', 'b c', '', '')"));
    }

    private static String[] words(String[] options, String... rest) {
        String[] words = new String[1 + options.length + rest.length];
        words[0] = "query";
        System.arraycopy(options, 0, words, 1, options.length);
        System.arraycopy(rest, 0, words, 1 + options.length, rest.length);
        return words;
    }

    private String answer(String... words) {
        Ended ended = monsh.run(words);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return ended.out();
    }

    @Test
    void aPipeGetsTsvWithoutHeaderInUtcAndInFullPrecision() {
        assertThat(vector()).isEqualTo("""
                m\tb,c\\td\t\t2026-11-22T10:30:00.250Z\t1e-07
                \t\tsay "x"\t2026-11-22T10:30:00.250Z\t0.1234567890123456
                """);
        assertThat(matrix()).isEqualTo("""
                b c\t2026-11-22T10:30:00Z\t0
                b c\t2026-11-22T10:30:01Z\t1
                b c\t2026-11-22T10:30:02Z\t2
                """);
        assertThat(instant("scalar(vector(1.5))")).isEqualTo("2026-11-22T10:30:00.250Z\t1.5\n");
        assertThat(instant("'a\\tb\\nc'")).isEqualTo("2026-11-22T10:30:00.250Z\ta\\tb\\nc\n");
        assertThat(vector("-o", "tsv")).isEqualTo(vector());
    }

    @Test
    void csvHasAHeaderAndAColumnALabel() {
        assertThat(vector("-o", "csv")).isEqualTo("""
                __name__,a,z,timestamp,value
                m,"b,c\td",,2026-11-22T10:30:00.250Z,1e-07
                ,,"say ""x\""",2026-11-22T10:30:00.250Z,0.1234567890123456
                """);
        assertThat(matrix("-o", "csv").lines())
                .containsExactly(
                        "a,timestamp,value",
                        "b c,2026-11-22T10:30:00Z,0",
                        "b c,2026-11-22T10:30:01Z,1",
                        "b c,2026-11-22T10:30:02Z,2");
        assertThat(instant("scalar(vector(1.5))", "-o", "csv").lines())
                .containsExactly("timestamp,value", "2026-11-22T10:30:00.250Z,1.5");
        assertThat(instant("'a,b'", "-o", "csv").lines())
                .containsExactly("timestamp,value", "2026-11-22T10:30:00.250Z,\"a,b\"");
    }

    @Test
    void jsonIsTheDataObject() {
        assertThat(vector("-o", "json")).isEqualTo("""
                {"resultType":"vector","result":[\
                {"metric":{"__name__":"m","a":"b,c\\td"},"value":[1795343400.250,"1e-07"]},\
                {"metric":{"z":"say \\"x\\""},"value":[1795343400.250,"0.1234567890123456"]}]}
                """);
        assertThat(matrix("-o", "json")).isEqualTo("""
                {"resultType":"matrix","result":[{"metric":{"a":"b c"},\
                "values":[[1795343400,"0"],[1795343401,"1"],[1795343402,"2"]]}]}
                """);
        assertThat(instant("scalar(vector(1.5))", "-o", "json"))
                .isEqualTo("{\"resultType\":\"scalar\",\"result\":[1795343400.25,\"1.5\"]}\n");
        assertThat(instant("'a'", "-o", "json"))
                .isEqualTo("{\"resultType\":\"string\",\"result\":[1795343400.25,\"a\"]}\n");
    }

    @Test
    void jsonLinesHaveASeriesEach() {
        assertThat(vector("-o", "jsonl")).isEqualTo("""
                {"metric":{"__name__":"m","a":"b,c\\td"},"value":[1795343400.250,"1e-07"]}
                {"metric":{"z":"say \\"x\\""},"value":[1795343400.250,"0.1234567890123456"]}
                """);
        assertThat(matrix("-o", "jsonl")).isEqualTo("""
                {"metric":{"a":"b c"},"values":[[1795343400,"0"],[1795343401,"1"],[1795343402,"2"]]}
                """);
        assertThat(instant("scalar(vector(1.5))", "-o", "jsonl"))
                .isEqualTo("{\"metric\":{},\"value\":[1795343400.250,\"1.5\"]}\n");
    }

    @Test
    void rawIsTheValuesAlone() {
        assertThat(vector("-o", "raw")).isEqualTo("1e-07\n0.1234567890123456\n");
        assertThat(matrix("-o", "raw")).isEqualTo("0\n1\n2\n");
        assertThat(instant("scalar(vector(1.5))", "-o", "raw")).isEqualTo("1.5\n");
        assertThat(instant("'a\\tb'", "-o", "raw")).isEqualTo("a\tb\n");
        assertThat(instant("vector(NaN) or label_replace(vector(-Inf), 'a', 'b', '', '')", "-o", "raw"))
                .isEqualTo("NaN\n-Inf\n");
    }

    @Test
    void aTableIsAligned() {
        assertThat(vector("-o", "table").lines().map(String::stripTrailing))
                .containsExactly(
                        "metric  a       z                     value",
                        "m       b,c\\td                        1e-07",
                        "                say \"x\"  0.1234567890123456");
        assertThat(matrix("-o", "table").lines().map(String::stripTrailing))
                .containsExactly(
                        "a=b c",
                        "time                 value",
                        "2026-11-22 10:30:00      0",
                        "2026-11-22 10:30:01      1",
                        "2026-11-22 10:30:02      2");
        assertThat(instant("scalar(vector(1.5))", "-o", "table")).isEqualTo("1.5\n");
    }

    @Test
    void aGraphHasAxesAndALegendWithoutATerminal() {
        String plot = matrix("-o", "graph");

        assertThat(plot).contains("b c").contains("10:30").doesNotContain("\u001b");
        assertThat(plot.lines().count()).isGreaterThan(5);
        assertThat(plot.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void aNativeHistogramKeepsItsCountSumAndBuckets() {
        String inJson = instantNow("latency", "-o", "json");
        assertThat(inJson).isEqualTo(prometheusData("latency") + "\n").contains("\"count\":\"12\"", "\"sum\":\"18.4\"");

        String text = instantNow("latency", "-o", "raw").strip();
        assertThat(text).contains("count:12", "sum:18.4", "(0.5,1]:1", "(1,2]:2", "(4,8]:3", "(8,16]:4");
        monsh = monsh.with("COLUMNS", "200");
        assertThat(instantNow("latency", "-o", "table")).contains("latency", "/a b", text);
        assertThat(instantNow("latency").strip()).endsWith("\t" + text).startsWith("latency\t");
        assertThat(instantNow("latency", "-o", "csv").lines().toList().getLast())
                .contains("/a b")
                .endsWith("\"" + text + "\"");
        assertThat(instantNow("latency", "-o", "jsonl"))
                .contains("\"histogram\":[1", "\"buckets\":[[", "[0,\"4\",\"8\",\"3\"]");
    }

    private static final String EARLIER = Long.toString(System.currentTimeMillis() / 1000 - 2);

    private String instantNow(String expression, String... options) {
        return answer(words(options, "--at", EARLIER, expression));
    }

    private String prometheusData(String expression) {
        return JsonText.data(prometheus.api("query", "query", expression, "time", EARLIER));
    }
}
