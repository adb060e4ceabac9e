package dev.monsh.adapter.http.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaNextStep;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.SourceCheck;
import dev.monsh.grafana.datasource.SourceCheck.Result;
import dev.monsh.grafana.datasource.SourceTest;
import dev.monsh.labels.Labels;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.grafana.StandInGrafana;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test of data sources through the stand-in, down to a Loki with a real live tail. */
class SourceTestTest {

    private final StandInGrafana server = StandInGrafana.start().token(GrafanaAt.TOKEN);
    private final StandInLoki loki = StandInLoki.start();
    private final MockWebServer prometheus = new MockWebServer();
    private String up = "";

    @BeforeEach
    void start() throws IOException {
        prometheus.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json")
                        .body("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + up + "]}}")
                        .build();
            }
        });
        prometheus.start();
        server.addSource("p", "P", "prometheus", "http://127.0.0.1:" + prometheus.getPort());
        server.addSource("l", "L", "loki", loki.url());
    }

    @AfterEach
    void stop() {
        server.close();
        loki.close();
        prometheus.close();
    }

    private List<SourceCheck> run(String uid) {
        return run(uid, true);
    }

    private List<SourceCheck> run(String uid, boolean knowsAddress) {
        GrafanaServer grafana = GrafanaAt.url(server.url());
        DataSource source = grafana.dataSource(uid).orElseThrow();
        return new SourceTest(
                        grafana,
                        each -> GrafanaAt.proxied(server, each.uid()),
                        each -> knowsAddress ? Optional.of(GrafanaAt.straight(each.url())) : Optional.empty(),
                        InstantSource.system())
                .run(source);
    }

    private void push() {
        Instant now = Instant.now().minusSeconds(5);
        loki.push(now.getEpochSecond() * 1_000_000_000L, Labels.of(Map.of("service", "x")), "hello");
    }

    private static String series(String value) {
        return "{\"metric\":{\"__name__\":\"up\",\"job\":\"j" + value + "\"},\"value\":[1,\"" + value + "\"]}";
    }

    @Test
    void aPrometheusWithTargetsPasses() {
        up = series("1") + "," + series("0");
        assertThat(run("p"))
                .extracting(SourceCheck::result, SourceCheck::words)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Result.OK, "Successfully queried the Prometheus API."),
                        org.assertj.core.groups.Tuple.tuple(Result.OK, "1 of 2 scrape targets up"));
    }

    @Test
    void anEmptyPrometheusIsGreenInGrafanaAndFailsHere() {
        assertThat(run("p")).extracting(SourceCheck::result).containsExactly(Result.OK, Result.FAILED);
        up = series("0");
        assertThat(run("p")).extracting(SourceCheck::result).containsExactly(Result.OK, Result.FAILED);
    }

    @Test
    void aLokiWithLinesAndALiveTailPasses() {
        push();
        assertThat(run("l")).extracting(SourceCheck::result).containsOnly(Result.OK);
        assertThat(run("l")).extracting(SourceCheck::words).last().isEqualTo("opens through Grafana");
        assertThat(loki.tailsTaken()).isEqualTo(2);
    }

    @Test
    void anEmptyLokiIsGreenInGrafanaAndFailsHere() {
        assertThat(run("l")).extracting(SourceCheck::result).containsExactly(Result.OK, Result.FAILED, Result.OK);
    }

    @Test
    void anUpgradeThatGetsLostInFrontOfGrafanaIsToldApart() {
        push();
        server.dropUpgrades(true);
        SourceCheck tail = run("l").getLast();
        assertThat(tail.result()).isEqualTo(Result.FAILED);
        assertThat(tail.words())
                .contains("through Grafana: HTTP 400 Bad Request (the WebSocket upgrade was dropped)")
                .contains("directly at " + loki.url() + " it opens");
        assertThat(run("l", false).getLast().words()).contains("its own address can't be reached from here");
    }

    @Test
    void anUpgradeThatGetsLostAtTheGatewayNamesTheCommandThatMendsIt() {
        push();
        StandInLoki.Canned lost = new StandInLoki.Canned(400, "text/plain", "Bad Request\n");
        loki.script("tail", lost, lost);
        SourceCheck tail = run("l").getLast();
        assertThat(tail.result()).isEqualTo(Result.FAILED);
        assertThat(tail.next()).contains(new GrafanaNextStep.PassLiveTail());
    }

    @Test
    void whereGrafanaDoesNotRelayTailsTheGatewayIsAsked() {
        push();
        server.refuseTails(true);
        SourceCheck tail = run("l").getLast();
        assertThat(tail.result()).isEqualTo(Result.OK);
        assertThat(tail.words()).contains("directly at " + loki.url()).contains("HTTP 403");
    }

    @Test
    void aSourceThatNobodyAnswersIsNotAskedFurther() {
        loki.close();
        List<SourceCheck> checks = run("l");
        assertThat(checks)
                .extracting(SourceCheck::result)
                .containsExactly(Result.FAILED, Result.SKIPPED, Result.SKIPPED);
        assertThat(checks.getFirst().words()).contains("connection refused");
    }
}
