package dev.monsh;

import static dev.monsh.testing.TopBox.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.logs.Labels;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.TopBox;
import dev.monsh.testing.WithRealPrometheus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard while servers and workers are killed under it. */
@WithRealPrometheus
class TopTroubleIT {

    private static final Labels LABELS = Labels.of(Map.of("service", "topcheck"));

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;

    TopTroubleIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    private static void push(StandInLoki loki, String text) {
        Instant now = Instant.now();
        loki.push(now.getEpochSecond() * 1_000_000_000L + now.getNano(), LABELS, text);
    }

    private static PseudoTerminal open(TopBox box) {
        return PseudoTerminal.open(box.monsh(), 110, 40, "top", "--timeout", "2s");
    }

    @Test
    void aLokiThatIsKilledLeavesItsLinesAndComesBackWithTheNextOnes() {
        try (StandInLoki loki = StandInLoki.start();
                TopBox box = new TopBox(folder, prometheus.url(), loki.url())) {
            push(loki, "a line of Loki");
            try (PseudoTerminal top = open(box)) {
                top.awaitText(GROUP);
                top.awaitText("a line of Loki");
                top.await("the tail", () -> loki.openTails() > 0);
                loki.kill();
                top.awaitMatch("─ Log ── service topcheck ── .*(refused|closed|reset|trying)");
                assertThat(top.lines()).anyMatch(line -> line.contains("a line of Loki"));
                loki.comeBack();
                top.await("the tail again", () -> loki.openTails() > 0);
                push(loki, "a line after it");
                top.awaitText("a line after it");
                top.type("q");
                assertThat(top.exitCode()).isZero();
            }
        }
    }

    @Test
    void aPrometheusThatIsKilledLeavesItsPlotWithAnAgeAndAReason() throws Exception {
        RealPrometheus own = RealPrometheus.start(folder).orElseThrow();
        try (TopBox box = new TopBox(folder.resolve("box"), own.url(), TopBox.NOWHERE);
                PseudoTerminal top = open(box)) {
            top.awaitText(GROUP);
            top.awaitMatch("─ cpu of .*── Prometheus ── 15 min");
            own.close();
            top.awaitMatch("─ Alerts ── http://127");
            top.awaitMatch("─ cpu of .*(refused|closed|reset)");
            assertThat(top.lines()).anyMatch(line -> line.contains(GROUP));
            top.type("q");
            assertThat(top.exitCode()).isZero();
        } finally {
            own.close();
        }
    }

    @Test
    void aWorkerThatIsKilledAndStartedAgainIsSeenAsRestarted() {
        try (TopBox box = new TopBox(folder, TopBox.NOWHERE, TopBox.NOWHERE);
                PseudoTerminal top = PseudoTerminal.open(box.monsh(), 200, 60, "top")) {
            top.awaitMatch(GROUP + " +2 ");
            box.killWorker();
            top.awaitMatch(GROUP + " +0 ");
            box.startWorker();
            // processes, ..., uptime in seconds, one restart
            top.awaitMatch(GROUP + " +2 .* s +1 ");
            top.type("q");
            assertThat(top.exitCode()).isZero();
        }
    }
}
