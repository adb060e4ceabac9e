package dev.monsh.view.query;

import static dev.monsh.view.query.Answers.matrix;
import static dev.monsh.view.query.Answers.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.QueryResult;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.terminal.TextWidth;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.Profiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphViewTest {

    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void useUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterEach
    void useTheZoneOfBefore() {
        TimeZone.setDefault(zone);
    }

    @Test
    void drawsOneCharacterASeriesWhereTheTerminalKnowsAsciiOnly() {
        QueryResult result =
                matrix(minutes("up", 0, 1, 2, 3, 4, 5, 6, 7, 8), minutes("down", 8, 7, 6, 5, 4, 3, 2, 1, 0));
        assertThat(drawn(result, small(Profiles.ascii(30)))).isEqualTo("""
                        10 +
                           |+++++                *****
                         5 +     ++++++    ******
                           |        ***+++++++
                           |  ******          ++++++
                         0 +**                      ++
                           +--------------------------
                            10:30     10:34      10:38
                        * up  last 8  min 0  max 8
                        + down  last 0  min 0  max 8
                        """);
    }

    @Test
    void drawsDotsOfBrailleForOneSeries() {
        TerminalProfile braille = new TerminalProfile(true, true, true, 24, 14, true, false, true, true);
        assertThat(drawn(matrix(minutes("up", 0, 1, 2, 3, 4)), braille)).isEqualTo("""
                        4 ┤                  ⡠⠔⠊
                          │              ⣀⠤⠒⠉
                        2 ┤          ⢀⠤⠒⠉
                          │      ⢀⡠⠔⠊⠁
                          │   ⣀⠤⠊⠁
                        0 ┤⡠⠔⠊
                          └─────────────────────
                           10:30:00     10:34:00
                        ⣿ up
                          last 4
                          min 0
                          max 4
                        """);
    }

    @Test
    void numbersOnTheAxisAreToldApart() {
        assertThat(drawn(matrix(minutes("big", 1_000_000, 1_000_005, 1_000_010)), small(Profiles.ascii(40))))
                .isEqualTo("""
                        1000010 +                           ****
                                |                   ********
                        1000005 +             ******
                                |        *****
                                |   *****
                        1000000 +***
                                +-------------------------------
                                 10:30:00   10:31:00    10:32:00
                        * big  last 1M  min 1M  max 1M
                        """);
    }

    @Test
    void severalSeriesAreBrailleOnlyWhereColourTellsThemApart() {
        QueryResult two = matrix(minutes("a", 1, 2), minutes("b", 2, 1));
        TerminalProfile colorless = new TerminalProfile(true, true, true, 60, 24, true, false, true, true);
        assertThat(drawn(two, colorless)).contains("*", "+").doesNotContainPattern("[\u2801-\u28ff]");
        assertThat(drawn(two, Profiles.colorful(60)))
                .containsPattern("[\u2801-\u28ff]")
                .contains("\u001b[36m", "\u001b[33m");
    }

    @Test
    void whatIsNoFiniteNumberLeavesAGap() {
        String whole = drawn(matrix(minutes("a", "5", "5", "5", "5", "5", "5", "5", "5", "5")), Profiles.ascii(60));
        String gaps =
                drawn(matrix(minutes("a", "5", "5", "5", "NaN", "+Inf", "-Inf", "5", "5", "5")), Profiles.ascii(60));
        String missing = drawn(matrix(minutes("a", "5", "5", "5", "", "", "", "5", "5", "5")), Profiles.ascii(60));
        assertThat(whole).containsPattern("\\*{50}");
        assertThat(gaps).containsPattern("\\*{10} {10,}\\*{10}");
        assertThat(gaps)
                .isEqualTo(missing.replace("max 5\n", "max 5  3 left out: Inf, NaN\n"))
                .endsWith("* a  last 5  min 5  max 5  3 left out: Inf, NaN\n");
    }

    @Test
    void fifteenSeriesHaveFifteenMarks() {
        QueryResult result = matrix(
                IntStream.range(0, 15).mapToObj(i -> minutes("s" + i, i, i)).toArray(QueryResult.Series[]::new));
        assertThat(drawn(result, Profiles.ascii(60))
                        .lines()
                        .filter(line -> line.matches(". s\\d+  .*"))
                        .map(line -> line.charAt(0))
                        .distinct())
                .hasSize(15);
    }

    @Test
    void theLargestNumberIsWrittenAtTheTop() {
        assertThat(drawn(matrix(minutes("a", 0, 1.797e308)), Profiles.ascii(60)))
                .startsWith("1.80e+308 +")
                .endsWith("* a  last 1.80e+308  min 0  max 1.80e+308\n");
    }

    @Test
    void aSeriesWithoutAFiniteValueIsSaidToHaveNone() {
        assertThat(drawn(matrix(minutes("a", "NaN", "NaN"), minutes("b", "1", "2")), Profiles.ascii(80)))
                .contains("* a  no finite value\n")
                .contains("+ b  last 2  min 1  max 2\n");
    }

    @Test
    void nothingIsDrawnWithoutAnyFiniteValue() {
        assertThat(drawn(matrix(), Profiles.ascii(80))).isEmpty();
        assertThat(drawn(matrix(minutes("a", "NaN", "+Inf")), Profiles.ascii(80)))
                .isEmpty();
        QueryResult.Series histogram = new QueryResult.Series(
                Answers.labels("__name__", "h"),
                List.of(new QueryResult.Sample.Histogram(0, new NativeHistogram("1", "2", List.of()))));
        assertThat(drawn(matrix(histogram), Profiles.ascii(80))).isEmpty();
    }

    @Test
    void onePointIsOneDot() {
        String plot = drawn(matrix(minutes("a", 5)), Profiles.ascii(60));
        assertThat(plot.lines().filter(line -> line.matches("[^*]*[|+]\\*"))).hasSize(1);
        assertThat(plot).endsWith("* a  one point: 5  at 10:30:00\n");
    }

    @Test
    void aConstantLineLiesInsideThePlot() {
        assertThat(drawn(matrix(minutes("a", 0, 0, 0)), Profiles.ascii(60))).containsPattern("\\*{50}");
        assertThat(drawn(matrix(minutes("a", 1e9, 1e9)), Profiles.ascii(60))).containsPattern("\\*{50}");
    }

    @Test
    void controlCharactersOfLabelsAreVisibleInTheLegend() {
        assertThat(drawn(matrix(minutes("a\u001b[2J", 1, 2)), Profiles.ascii(80)))
                .contains("{\"a\\e[2J\"}");
    }

    @Test
    void aLongNameIsCutInTheLegend() {
        assertThat(drawn(matrix(minutes("a".repeat(100), 1, 2)), Profiles.ascii(60)))
                .endsWith("* " + "a".repeat(18) + "~" + "a".repeat(17) + "  last 2  min 1  max 2\n");
        assertThat(drawn(matrix(minutes("a".repeat(100), 1, 2)), Profiles.ascii(30)))
                .endsWith("* " + "a".repeat(14) + "~" + "a".repeat(13) + "\n  last 2\n  min 1\n  max 2\n");
    }

    @Test
    void theRangeThatWasAskedForIsTheAxis() {
        long start = minutes("a", 1).samples().getFirst().millis();
        TimeSpan asked = new TimeSpan(start - 8 * 60_000, start + 8 * 60_000);
        CapturedConsole captured = CapturedConsole.with(Profiles.ascii(60));
        new GraphView(captured.console().out(), Profiles.ascii(60))
                .print(matrix(minutes("a", 1, 1, 1)), Optional.of(asked));
        assertThat(captured.out()).containsPattern("10:22 +10:30 +10:38").containsPattern("[|+] {25,}\\*{6,8}\n");
    }

    @Test
    void timesHaveDatesWhereTheRangeSpansDays() {
        QueryResult overMidnight =
                matrix(minutes("a", IntStream.range(0, 900).mapToDouble(i -> i).toArray()));
        assertThat(drawn(overMidnight, Profiles.ascii(60)))
                .containsPattern("\\d\\d-\\d\\d 10:30 +\\d\\d-\\d\\d \\d\\d:\\d\\d");
    }

    @Test
    void whatAllSeriesShareIsSaidOnce() {
        QueryResult.Series one = minutes("cpu", 1, 2);
        QueryResult.Series two = minutes("cpu", 2, 3);
        QueryResult result = matrix(
                new QueryResult.Series(Labels.of(Map.of("__name__", "cpu", "job", "j", "mode", "user")), one.samples()),
                new QueryResult.Series(
                        Labels.of(Map.of("__name__", "cpu", "job", "j", "mode", "system")), two.samples()));
        assertThat(drawn(result, Profiles.ascii(60))).endsWith("""
                        all: cpu{job="j"}
                        * {mode="user"}  last 2  min 1  max 2
                        + {mode="system"}  last 3  min 2  max 3
                        """);
    }

    @Test
    void whatIsNoTerminalGetsAPlotOfItsOwnHeight() {
        assertThat(drawn(matrix(minutes("a", 1, 2)), Profiles.pipe()).lines()).hasSize(16 + 2 + 1);
    }

    static Stream<QueryResult> shapes() {
        double[] sine =
                IntStream.range(0, 250).mapToDouble(i -> Math.sin(i / 10.0)).toArray();
        return Stream.of(
                matrix(minutes("namedprocess_namegroup_cpu_seconds_total", sine)),
                matrix(
                        minutes("a", sine),
                        minutes(
                                "日本語".repeat(20),
                                DoubleStream.of(sine).map(x -> x * 1e6).toArray())),
                matrix(minutes("tiny", 1e-300, 2e-300, 5e-324, 0)),
                matrix(minutes("denormal", 5e-324, 5e-324)),
                matrix(minutes("huge", 1e300, -1e300, 1.7e308, -1.7e308)),
                matrix(minutes("largest", 1.7e308, 1.7e308)),
                matrix(minutes("close", 1e15, 1e15 + 1, 1e15 + 2)),
                matrix(minutes("closest", 1, Math.nextUp(1.0))),
                matrix(minutes("negative", -5, -4, -3)),
                matrix(minutes("one", 5)),
                matrix(minutes(
                        "two days", IntStream.range(0, 3000).mapToDouble(i -> i).toArray())),
                matrix(IntStream.range(0, 12)
                        .mapToObj(i -> minutes("s" + i, i, i + 1, i))
                        .toArray(QueryResult.Series[]::new)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void noLineIsLongerThanTheWidthAndAllAreDrawn(QueryResult result) {
        for (int width = 20; width <= 200; width += width < 60 ? 1 : 20) {
            for (TerminalProfile profile :
                    List.of(Profiles.ascii(width), Profiles.terminal(width), Profiles.colorful(width))) {
                String plot = drawn(result, profile).replaceAll("\u001b\\[[0-9]*m", "");
                int limit = width;
                assertThat(plot.lines())
                        .as("width %d", width)
                        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(limit));
                assertThat(plot)
                        .doesNotContain("NaN")
                        .doesNotContain("Infinity")
                        .containsPattern("[*\u2801-\u28ff]");
            }
        }
    }

    private static TerminalProfile small(TerminalProfile profile) {
        return profile.resized(profile.width(), 14);
    }

    private static String drawn(QueryResult result, TerminalProfile profile) {
        CapturedConsole captured = CapturedConsole.with(profile);
        new GraphView(captured.console().out(), profile).print(result, Optional.empty());
        return captured.out();
    }
}
