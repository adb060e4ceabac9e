package dev.monsh.dashboard.frame;

import static dev.monsh.testing.SampleDashboard.alert;
import static dev.monsh.testing.SampleDashboard.group;
import static dev.monsh.testing.SampleDashboard.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.dashboard.state.Size;
import dev.monsh.dashboard.update.Event;
import dev.monsh.dashboard.update.Reading;
import dev.monsh.logs.Level;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.testing.SampleDashboard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every state looks like at every size. A frame that differs is written below {@code target/dashboard}; look at it, and
 * copy it to {@code src/test/resources/dashboard} where the change is meant.
 */
class GoldenFramesTest {

    private static final List<Size> SIZES =
            List.of(new Size(200, 60), new Size(110, 40), new Size(80, 24), new Size(60, 20));

    private static final Look UNICODE = new Look(true, true, ZoneOffset.UTC);
    private static final Look ASCII = new Look(false, false, ZoneOffset.UTC);

    private static final Map<String, UnaryOperator<SampleDashboard>> STATES = states();

    private static Map<String, UnaryOperator<SampleDashboard>> states() {
        Map<String, UnaryOperator<SampleDashboard>> states = new TreeMap<>();
        states.put("well", state -> state);
        states.put("second-group", state -> state.press("j"));
        states.put("filtered", state -> state.press("/door<Enter>"));
        states.put("filter-being-typed", state -> state.press("/do"));
        states.put("filter-without-match", state -> state.press("/nothing<Enter>"));
        states.put("by-name", state -> state.press("ss"));
        states.put("log-whole", state -> state.press("l"));
        states.put("log-search", state -> state.press("l/rtsp<Enter>"));
        states.put("log-errors", state -> state.press("3vv"));
        states.put("log-scrolled-back", state -> state.press("3<Enter>kkkk"));
        states.put("paused", state -> state.press("p").log(SampleDashboard.lines()));
        states.put("help", state -> state.press("?"));
        states.put("explaining", state -> state.press("e"));
        states.put(
                "command-output",
                state -> state.press(":version<Enter>")
                        .take(new Event.CommandWrote("version", List.of("monsh 0.1.0", "Java 25")))
                        .take(new Event.CommandEnded("version")));
        states.put(
                "command-being-typed",
                state -> state.press(":process ")
                        .take(new Event.Completed("process ", "process ", List.of("test", "explain", "ps"))));
        states.put("restart-asks", state -> state.press("2jr"));
        states.put("services", state -> state.press("2j"));
        states.put("boxes", state -> state.press("bj"));
        states.put("copied", state -> state.press("y"));
        states.put("plot-memory-whole", state -> state.press("4<Enter>m"));
        states.put("trouble", GoldenFramesTest::trouble);
        states.put("prometheus-away", GoldenFramesTest::prometheusAway);
        states.put("worker-gone", GoldenFramesTest::workerGone);
        states.put("many-groups", GoldenFramesTest::manyGroups);
        states.put("hostile-text", GoldenFramesTest::hostileText);
        return states;
    }

    private static SampleDashboard trouble(SampleDashboard state) {
        List<ShownLine> lines = state.state().latest().log().lines();
        return state.take(new Event.ServicesRead(new Reading.Value<>(List.of(
                        service("prometheus", Service.PROMETHEUS, ServiceState.RUNNING, true, 9090),
                        service("loki", Service.LOKI, ServiceState.EXITED, false, 3100),
                        service("promtail", Service.PROMTAIL, ServiceState.STARTING, false, 9080),
                        service("process_exporter", Service.PROCESS_EXPORTER, ServiceState.ABSENT, false, 9256)))))
                .take(new Event.AlertsRead(new Reading.Value<>(List.of(
                        alert("LogRateLow", "pending", "no lines"),
                        alert("DiskAlmostFull", "firing", "/dev/sda1 91 %")))))
                .take(new Event.LogSourceTold(
                        new LogTarget.Labelled("ppl_detection_double_check"),
                        "the files that Promtail ships",
                        Optional.of("Loki: connection refused")))
                .take(new Event.LinesCame(new LogTarget.Labelled("ppl_detection_double_check"), lines));
    }

    private static SampleDashboard prometheusAway(SampleDashboard state) {
        String why = "http://localhost:9090: connection refused";
        return state.after(Duration.ofSeconds(12))
                .take(new Event.GroupsRead(new Reading.Failure<>(why)))
                .take(new Event.AlertsRead(new Reading.Failure<>(why)))
                .take(new Event.CurveRead(new Reading.Failure<>(why)));
    }

    private static SampleDashboard workerGone(SampleDashboard state) {
        List<GroupReading> groups = new ArrayList<>(SampleDashboard.groups());
        groups.set(1, group("ppl_detection_double_check-stream03", 0, 0, 0, 0, 0, Duration.ZERO, 0));
        groups.set(0, group("checkdoor_ai_agent-stream05", 1, 14, 420, 18, 1000, Duration.ofSeconds(4), 3));
        return state.after(Duration.ofSeconds(3)).take(new Event.GroupsRead(new Reading.Value<>(groups)));
    }

    private static SampleDashboard manyGroups(SampleDashboard state) {
        List<GroupReading> groups = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            groups.add(group("worker-" + i, 1 + i % 3, 40 - i, 100 + i, 4, 20, Duration.ofHours(i + 1), 0));
        }
        state.after(Duration.ofSeconds(3)).take(new Event.GroupsRead(new Reading.Value<>(groups)));
        return state.press("j".repeat(25));
    }

    private static SampleDashboard hostileText(SampleDashboard state) {
        List<GroupReading> groups = new ArrayList<>(SampleDashboard.groups());
        groups.add(group("evil\u001b[2J\u202egroup", 1, 99, 10, 1, 5, Duration.ofMinutes(1), 0));
        groups.add(group("攝影機-テスト-e\u0301", 1, 98, 10, 1, 5, Duration.ofMinutes(1), 0));
        return state.after(Duration.ofSeconds(3))
                .take(new Event.GroupsRead(new Reading.Value<>(groups)))
                .press("jj")
                .log(List.of(
                        ShownLine.of(0, "\u001b]0;owned\u0007\u001b[31mred\u001b[0m \u0000 done", Optional.empty()),
                        ShownLine.of(0, "wide 攝影機 and \t tab and e\u0301 accents", Optional.of(Level.WARN)),
                        ShownLine.of(0, "x".repeat(5000), Optional.empty())));
    }

    private static Map<String, UnaryOperator<SampleDashboard>> fleets() {
        Map<String, UnaryOperator<SampleDashboard>> states = new TreeMap<>();
        states.put("fleet", state -> state.after(Duration.ofSeconds(3)).logs("odk04", 240, 0));
        states.put("fleet-second", state -> state.press("j"));
        states.put("fleet-by-cpu", state -> state.press("ss"));
        states.put("fleet-filtered", state -> state.press("/north<Enter>"));
        states.put("fleet-without-match", state -> state.press("/nothing<Enter>"));
        states.put("fleet-paused", state -> state.press("p").figures("odk04", 0, 0, 0, 0, 2, 0));
        states.put("fleet-help", state -> state.press("?"));
        states.put("fleet-opened", state -> state.press("G<Enter>"));
        return states;
    }

    static Stream<Arguments> fleetFrames() {
        return fleets().keySet().stream().flatMap(name -> SIZES.stream().map(size -> Arguments.of(name, size)));
    }

    @ParameterizedTest
    @MethodSource("fleetFrames")
    void allBoxesLookAsTheyShouldAtEverySize(String name, Size size) {
        SampleDashboard sample = fleets().get(name).apply(SampleDashboard.fleet(size.columns(), size.rows()));
        compare(name + "-" + size.columns() + "x" + size.rows(), new FrameView(UNICODE).of(sample.state()));
    }

    static Stream<Arguments> frames() {
        return STATES.keySet().stream().flatMap(name -> SIZES.stream().map(size -> Arguments.of(name, size)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyStateLooksAsItShouldAtEverySize(String name, Size size) {
        SampleDashboard sample = STATES.get(name).apply(SampleDashboard.well(size.columns(), size.rows()));
        compare(name + "-" + size.columns() + "x" + size.rows(), new FrameView(UNICODE).of(sample.state()));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void beforeAnythingHasAnsweredTheScreenSaysWhatItWaitsFor(Size size) {
        SampleDashboard sample = SampleDashboard.start(size.columns(), size.rows());
        compare("start-" + size.columns() + "x" + size.rows(), new FrameView(UNICODE).of(sample.state()));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aTerminalWithoutUnicodeGetsAsciiAlone(Size size) {
        SampleDashboard sample = trouble(SampleDashboard.well(size.columns(), size.rows()));
        Frame frame = new FrameView(ASCII).of(sample.state());
        assertThat(frame.text()).matches("[\\x00-\\x7f]*");
        compare("ascii-" + size.columns() + "x" + size.rows(), frame);
    }

    static List<Size> sizes() {
        return SIZES;
    }

    private static void compare(String name, Frame frame) {
        String text = frame.text();
        String golden = golden(name);
        if (!text.equals(golden)) {
            write(name, text);
        }
        assertThat(text)
                .as("frame %s; the new one is target/dashboard/%s.txt", name, name)
                .isEqualTo(golden);
    }

    private static String golden(String name) {
        try (InputStream in = GoldenFramesTest.class.getResourceAsStream("/dashboard/" + name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, String text) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "dashboard"));
            Files.writeString(folder.resolve(name + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
