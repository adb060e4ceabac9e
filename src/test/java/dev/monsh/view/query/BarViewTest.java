package dev.monsh.view.query;

import static dev.monsh.view.query.Answers.instant;
import static dev.monsh.view.query.Answers.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.QueryResult;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.terminal.TextWidth;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.Profiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarViewTest {

    private static final QueryResult GROUPS = vector(
            instant("4", "groupname", "ffmpeg"),
            instant("-2", "groupname", "python"),
            instant("0", "groupname", "idle"),
            instant("NaN", "groupname", "none"));

    @Test
    void aBarASeriesInTheServersOrder() {
        assertThat(drawn(GROUPS, Profiles.ascii(44))).isEqualTo("""
                        {groupname="ffmpeg"}  4 ####################
                        {groupname="python"} -2 ##########
                        {groupname="idle"}    0
                        {groupname="none"}    -
                        """);
        assertThat(drawn(vector(instant("1", "__name__", "up")), Profiles.terminal(20)))
                .isEqualTo("up   1 █████████████\n");
    }

    @Test
    void aLongNameIsCutAndTheNumbersStay() {
        assertThat(drawn(GROUPS, Profiles.ascii(30))).isEqualTo("""
                        {groupname="ff~  4 ###########
                        {groupname="py~ -2 ######
                        {groupname="id~  0
                        {groupname="no~  -
                        """);
    }

    @Test
    void infinitiesAndHistogramsHaveNoBar() {
        QueryResult.Series histogram = new QueryResult.Series(
                Answers.labels("__name__", "h"),
                List.of(new QueryResult.Sample.Histogram(0, new NativeHistogram("1", "2", List.of()))));
        assertThat(drawn(vector(instant("+Inf", "__name__", "a"), histogram, instant("-Inf")), Profiles.ascii(40)))
                .isEqualTo("a     Infinity\nh            -\n{}   -Infinity\n");
    }

    @Test
    void theSmallestAndTheLargestNumbersHaveBars() {
        assertThat(drawn(vector(instant("5e-324", "__name__", "a")), Profiles.ascii(30)))
                .contains("4.90e-324 ####");
        assertThat(drawn(vector(instant("1.7e308", "__name__", "a")), Profiles.ascii(30)))
                .contains("1.70e+308 ####");
    }

    @Test
    void noLineIsLongerThanTheWidth() {
        QueryResult wide = vector(
                instant("-1.7e308", "groupname", "日本語".repeat(20)),
                instant("1e-300", "groupname", "a\u001b[2J"),
                instant("12345", "__name__", "x"));
        for (int width = 20; width <= 200; width++) {
            for (TerminalProfile profile :
                    List.of(Profiles.ascii(width), Profiles.terminal(width), Profiles.colorful(width))) {
                int limit = width;
                assertThat(drawn(wide, profile)
                                .replaceAll("\u001b\\[[0-9]*m", "")
                                .lines())
                        .as("width %d", width)
                        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(limit));
            }
        }
    }

    private static String drawn(QueryResult result, TerminalProfile profile) {
        CapturedConsole captured = CapturedConsole.with(profile);
        new BarView(captured.console().out(), profile).print(result);
        return captured.out();
    }
}
