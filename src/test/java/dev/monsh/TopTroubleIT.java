package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.Needed;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.TmuxWindow;
import dev.monsh.testing.TopBox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard while its servers are killed under it and come back. */
@LongRunning
class TopTroubleIT {

    private static final String GROUP = TopBox.GROUP;
    private static final String GONE = "connection refused";

    @TempDir
    private Path folder;

    private RealPrometheus prometheus;
    private StandInLoki loki;
    private TopBox box;
    private TmuxWindow window;

    @BeforeEach
    void open() throws IOException {
        prometheus = RealPrometheus.start(folder)
                .orElseThrow(() -> Needed.missing("Prometheus and process-exporter are not on PATH"));
        loki = StandInLoki.start();
        push("INFO the first line");
        box = new TopBox(folder, prometheus.url(), loki.url());
        window = TmuxWindow.open(box.monsh(), 180, 40);
        window.enter("monsh top; echo rc=$?");
        window.awaitText("▌ " + GROUP);
        window.awaitText("TargetDown");
        window.awaitText("the first line");
    }

    @AfterEach
    void close() {
        window.close();
        box.close();
        loki.close();
        prometheus.close();
    }

    private void push(String text) {
        Instant now = Instant.now();
        loki.push(now.getEpochSecond() * 1_000_000_000 + now.getNano(), Labels.of(Map.of("service", "topcheck")), text);
    }

    private void end() {
        window.type("q");
        window.awaitText("rc=0");
    }

    @Test
    void aKilledPrometheusLeavesItsLastValuesWithTheirAgeAndComesBack() {
        prometheus.kill();
        List<String> lines = window.awaitText(GONE);
        window.await("an age", () -> window.lines().stream().anyMatch(line -> line.matches(".*s old: http.*")));
        assertThat(lines).anyMatch(line -> line.contains("TargetDown"));
        // what does not come from there goes on
        assertThat(lines).anyMatch(line -> line.contains("▌ " + GROUP));
        push("INFO while it is away");
        window.awaitText("while it is away");
        prometheus.comeBack();
        window.await("the end of the fault", () -> window.lines().stream().noneMatch(line -> line.contains(GONE)));
        assertThat(window.lines()).anyMatch(line -> line.contains("TargetDown"));
        end();
    }

    @Test
    void aKilledLokiIsSaidAndItsLinesGoOnWithoutLossOrDouble() {
        loki.kill();
        window.await(
                "the trouble in the log's title",
                () -> window.lines().stream()
                        .anyMatch(line -> line.matches(".*─ Log ─.*(refused|closed|broke|reset).*")));
        assertThat(window.lines()).anyMatch(line -> line.contains("TargetDown"));
        loki.comeBack();
        push("INFO it is back");
        window.awaitText("it is back");
        List<String> lines = window.lines();
        assertThat(lines.stream().filter(line -> line.contains("the first line")))
                .hasSize(1);
        assertThat(lines.stream().filter(line -> line.contains("it is back"))).hasSize(1);
        end();
    }
}
