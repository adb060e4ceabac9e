package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.FakeMetrics;
import dev.monsh.testing.JsonText;
import dev.monsh.testing.Launched;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions reach Prometheus unchanged, whichever way they are given, and its answer comes back unchanged. */
@WithRealPrometheus
class QueryIT {

    private static final String MANUAL = "sum by (groupname) (rate(namedprocess_namegroup_cpu_seconds_total[1m]))";

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;
    // a little ago: what was scraped until then no longer changes
    private final String at = Instant.now().minusSeconds(2).getEpochSecond() + "";
    private Launched monsh;

    QueryIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).asking(prometheus.url());
    }

    private static Stream<String> expressions() {
        Stream<String> labels = FakeMetrics.KINDS.stream().map(kind -> "quirk{kind=" + promQl(kind) + "}");
        return Stream.concat(
                labels,
                Stream.of(
                        MANUAL,
                        "quirk{kind=`it's`}",
                        "quirk{kind='it\\'s', job=\"fake\"}",
                        "quirk{kind=~`back\\\\slash`}",
                        "quirk{kind=~\"back\\\\\\\\slash\"}",
                        "quirk{kind=~\"^[a-z ]+$\", kind!~\".*ta[gb].*\"}",
                        "label_replace(up, \"x\", \"$1 ${1} $$\", \"job\", \"(.*)\")",
                        "label_replace(vector(1), \"x\", \"é\\u200b\", \"\", \"\") or vector(2) # not é",
                        "{__name__=~\"up|tiny|exact\"}",
                        "  sum ( up )  ",
                        "-1",
                        "-sum(up)",
                        "- up",
                        "-vector(1)",
                        "- -tiny",
                        "\"a 'string' \\\\ $x\"",
                        "'a \"string\"'",
                        "`raw \\n \"string\" 'it'`",
                        "\"日本 🙂\"",
                        "unknown",
                        "endless",
                        "exact + 1e-7",
                        "1e300 * 10",
                        "up[3s]",
                        "latency",
                        "histogram_quantile(0.9, latency)",
                        "topk(3, {job=\"prometheus\"}) by (instance)",
                        "absent(nothing_there{a=\"b c\"})",
                        "nothing_there",
                        "count(up) > bool 0 and on() vector(1)"));
    }

    /** Returns a string literal of PromQL. */
    private static String promQl(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private String own(String expression) {
        return JsonText.data(prometheus.api("query", "query", expression, "time", at));
    }

    private void assertOwnAnswers(List<String> expressions, Ended ended) {
        assertThat(ended.err()).isEmpty();
        List<String> lines = ended.lines();
        assertThat(lines).hasSameSizeAs(expressions);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(JsonText.canonical(lines.get(i)))
                    .describedAs(expressions.get(i))
                    .isEqualTo(JsonText.canonical(own(expressions.get(i))));
        }
    }

    @Test
    void theManualsQueryAnswersTheVeryTextOfTheApi() {
        Ended ended = monsh.run("query", MANUAL, "--at", at, "-o", "json");

        assertThat(ended.out()).isEqualTo(own(MANUAL) + "\n").contains("groupname");
        assertThat(ended.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void anExpressionInArgvIsTheOneThatTheServerGets(String expression) {
        Ended ended = monsh.run("query", "--at", at, "-o", "json", expression);

        assertOwnAnswers(List.of(expression), ended);
    }

    @Test
    void labelsKeepTheirBytesInAPipe() {
        String kind = FakeMetrics.KINDS.get(10);
        for (String format : List.of("json", "jsonl", "csv", "tsv")) {
            String out = monsh.run("query", "-o", format, "quirk{kind=" + promQl(kind) + "}")
                    .out();
            assertThat(out).describedAs(format).contains(kind);
        }
    }

    @Test
    void anExpressionMayHaveSeveralLinesAndLookLikeAnOptionBehindTwoDashes() {
        assertOwnAnswers(List.of("sum(\n  up\n)\n"), monsh.run("query", "--at", at, "-o", "json", "sum(\n  up\n)\n"));
        assertOwnAnswers(List.of("-up"), monsh.run("query", "--at", at, "-o", "json", "--", "-up"));
    }

    @Test
    void aScriptsQuotedExpressionsAreTheOnesThatTheServerGets() {
        List<String> expressions = expressions().toList();
        Path script = monsh.file("quoted.monsh", script(expressions, Launched::quoted));

        assertOwnAnswers(expressions, monsh.run("run", script.toString()));
    }

    @Test
    void aScriptsUnquotedExpressionsReachTheServerVerbatim() {
        List<String> expressions = new ArrayList<>(unquoted());
        expressions.add("-up");
        Path script = monsh.file("verbatim.monsh", script(unquoted(), text -> text) + query("-- -up"));

        assertOwnAnswers(expressions, monsh.run("run", script.toString()));
    }

    @Test
    void expressionsOnStdinReachTheServerVerbatim() {
        assertOwnAnswers(
                unquoted(), monsh.reading(script(unquoted(), text -> text)).run());
    }

    /** Returns the expressions that need no quoting: not those that begin with a quote. */
    private static List<String> unquoted() {
        return expressions()
                .filter(text -> !text.startsWith("\"") && !text.startsWith("'"))
                .toList();
    }

    private String script(List<String> expressions, UnaryOperator<String> written) {
        StringBuilder script = new StringBuilder("# a script\n");
        expressions.forEach(expression -> script.append(query(written.apply(expression))));
        return script.toString();
    }

    private String query(String rest) {
        return "query --at " + at + " -o json " + rest + "\n";
    }
}
