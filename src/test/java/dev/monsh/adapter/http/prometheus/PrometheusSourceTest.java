package dev.monsh.adapter.http.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.RecordingHandler;
import dev.monsh.box.Credential;
import dev.monsh.box.Secret;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.labels.Labels;
import dev.monsh.metrics.Alert;
import dev.monsh.metrics.Cardinality;
import dev.monsh.metrics.MetricMetadata;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.Rule;
import dev.monsh.metrics.ScrapeTarget;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusSourceTest {

    private static final String NOTHING = "{\"resultType\":\"vector\",\"result\":[]}";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anInstantQueryIsAForm() throws InterruptedException {
        RecordedRequest request = asked(new Query.Instantaneous("up{a=\"b c\"} + 1 & ü", Optional.empty()));
        assertThat(request.getRequestLine()).isEqualTo("POST /api/v1/query HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("query=up%7Ba%3D%22b+c%22%7D+%2B+1+%26+%C3%BC");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("monsh");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:30:00Z, 1795343400",
        "2026-11-22T10:30:00.120Z, 1795343400.12",
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T23:59:59.500Z, -0.5",
        "2026-11-22T10:30:00.123456789Z, 1795343400.123"
    })
    void timesAreSentAsUnixSeconds(String time, String seconds) throws InterruptedException {
        assertThat(asked(new Query.Instantaneous("x", Optional.of(Instant.parse(time))))
                        .getBody()
                        .utf8())
                .isEqualTo("query=x&time=" + seconds);
    }

    @Test
    void aRangeQueryHasStartEndAndStep() throws InterruptedException {
        RecordedRequest request = asked(new Query.Range(
                "x", Instant.ofEpochMilli(1500), Instant.ofEpochMilli(10_000), Duration.ofMillis(1500)));
        assertThat(request.getTarget()).isEqualTo("/api/v1/query_range");
        assertThat(request.getBody().utf8()).isEqualTo("query=x&start=1.5&end=10&step=1500ms");
    }

    @ParameterizedTest
    @CsvSource({
        "/prom, /prom/api/v1/query",
        "/prom/, /prom/api/v1/query",
        "/a%20b/c, /a%20b/c/api/v1/query",
        "/, /api/v1/query"
    })
    void thePathOfTheBaseStaysInFront(String base, String target) throws InterruptedException {
        server.enqueue(Prometheus.data(NOTHING));
        Prometheus.at(Prometheus.url(server) + base).query(Prometheus.UP, new RecordingHandler());
        assertThat(server.takeRequest().getTarget()).isEqualTo(target);
    }

    @Test
    void aUserNameAndPasswordAreSentInUtf8() throws InterruptedException {
        assertThat(headerFor(new Credential.Basic("gräfana", new Secret.FromEnvironment("pa:ss"))))
                .isEqualTo("Basic Z3LDpGZhbmE6cGE6c3M=");
    }

    @Test
    void aTokenIsSent() throws InterruptedException {
        assertThat(headerFor(new Credential.Bearer(new Secret.FromEnvironment("s3cret"))))
                .isEqualTo("Bearer s3cret");
    }

    @Test
    void configuredHeadersAreSentAndTheCredentialComesFirst() throws InterruptedException {
        server.enqueue(Prometheus.data(NOTHING));
        Prometheus.at(
                        Prometheus.endpoint(
                                Prometheus.url(server),
                                new Credential.Bearer(new Secret.FromEnvironment("token")),
                                Map.of("X-Scope-OrgID", "site-a", "Authorization", "other", "User-Agent", "mine")),
                        Optional.empty())
                .query(Prometheus.UP, new RecordingHandler());
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("X-Scope-OrgID")).isEqualTo("site-a");
        assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer token");
        assertThat(request.getHeaders().values("User-Agent")).containsExactly("mine");
    }

    @Test
    void theSecretIsReadOnceAndOnlyWhenItIsNeeded() {
        List<Secret> read = new ArrayList<>();
        PrometheusSource source = new PrometheusSource(new HttpClients(Map.of(), secret -> {
                    read.add(secret);
                    return "x";
                })
                .open(
                        Prometheus.endpoint(
                                Prometheus.url(server),
                                new Credential.Bearer(new Secret.FromEnvironment("t")),
                                Map.of()),
                        Optional.empty()));
        assertThat(read).isEmpty();
        server.enqueue(Prometheus.data(NOTHING));
        server.enqueue(Prometheus.data(NOTHING));
        source.query(Prometheus.UP, new RecordingHandler());
        source.query(Prometheus.UP, new RecordingHandler());
        assertThat(read).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "400", "500", "503", "302", "200"})
    void noMessageHoldsTheCredential(int status) {
        server.enqueue(new MockResponse.Builder().code(status).body("nope").build());
        // after 403 the same is asked with GET
        server.enqueue(new MockResponse.Builder().code(status).body("nope").build());
        assertThatThrownBy(() -> Prometheus.at(
                                Prometheus.endpoint(
                                        Prometheus.url(server),
                                        new Credential.Basic("grafana", new Secret.FromEnvironment("s3cret")),
                                        Map.of("X-Key", "hidden")),
                                Optional.empty())
                        .query(Prometheus.UP, new RecordingHandler()))
                .isInstanceOf(MonshException.class)
                .satisfies(e -> {
                    for (Throwable each = e; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain("s3cret", "hidden", "Z3JhZmFuYTpzM2NyZXQ");
                    }
                });
    }

    @Test
    void whatNoHeaderCanHoldIsAFaultOfTheConfigurationAndIsNotShown() {
        assertThatThrownBy(() -> headerFor(new Credential.Bearer(new Secret.FromEnvironment("s3c\nret"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(Prometheus.url(server)
                        + ": the header Authorization contains a character that HTTP does not allow")
                .hasNoCause();
        assertThatThrownBy(() -> Prometheus.at(
                                Prometheus.endpoint(
                                        Prometheus.url(server), new Credential.None(), Map.of("X-Key", "hidd\u0001en")),
                                Optional.empty())
                        .query(Prometheus.UP, new RecordingHandler()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("X-Key")
                .hasMessageNotContaining("hidd");
    }

    @Test
    void labelsAreAskedForWithTheirSelectors() throws InterruptedException {
        server.enqueue(Prometheus.data("[\"a\",\"b\"]"));
        assertThat(Prometheus.at(server).labelNames(List.of("up{a=\"b\"}", "x")))
                .containsExactly("a", "b");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/api/v1/labels?match%5B%5D=up%7Ba%3D%22b%22%7D&match%5B%5D=x");
        server.enqueue(Prometheus.data("[]"));
        assertThat(Prometheus.at(server).labelValues("my.label", List.of())).isEmpty();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/label/U__my_2e_label/values");
    }

    @Test
    void seriesAreHandedOnEach() throws InterruptedException {
        server.enqueue(Prometheus.data("[{\"__name__\":\"up\",\"a\":\"1\"},{}]"));
        List<Labels> seen = new ArrayList<>();
        Prometheus.at(server).series(List.of("up"), seen::add);
        assertThat(seen).containsExactly(Labels.of(Map.of("__name__", "up", "a", "1")), Labels.of(Map.of()));
        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("match%5B%5D=up");
        server.enqueue(Prometheus.data("[]"));
        Prometheus.at(server).series(List.of("up"), seen::add);
        assertThat(seen).hasSize(2);
    }

    @Test
    void metadataIsTheFirstTextOfEachMetric() {
        server.enqueue(Prometheus.data(
                "{\"up\":[{\"type\":\"gauge\",\"help\":\"h\",\"unit\":\"\"},{\"type\":\"x\"}]," + "\"none\":[]}"));
        assertThat(Prometheus.at(server).metadata()).isEqualTo(Map.of("up", new MetricMetadata("gauge", "h", "")));
    }

    @Test
    void targetsRulesAndAlertsAreReadAndWhatIsMissingIsEmpty() {
        server.enqueue(Prometheus.data("{\"activeTargets\":[{\"labels\":{\"job\":\"j\",\"instance\":\"i\"},"
                + "\"scrapeUrl\":\"u\",\"lastError\":\"e\",\"lastScrape\":\"t\",\"lastScrapeDuration\":0.0123,"
                + "\"health\":\"down\"},{}],\"droppedTargets\":[]}"));
        Labels labels = Labels.of(Map.of("job", "j", "instance", "i"));
        assertThat(Prometheus.at(server).targets())
                .containsExactly(
                        new ScrapeTarget("j", "i", "down", "u", "t", "0.0123", "e", labels),
                        new ScrapeTarget("", "", "", "", "", "", "", Labels.of(Map.of())));
        server.enqueue(Prometheus.data("{\"groups\":[{\"name\":\"g\",\"file\":\"f\",\"rules\":[{\"type\":\"alerting\","
                + "\"name\":\"n\",\"query\":\"q\",\"health\":\"ok\",\"state\":\"firing\"}]},{}]}"));
        assertThat(Prometheus.at(server).rules())
                .containsExactly(new Rule("g", "f", "alerting", "n", "q", "ok", "firing", ""));
        server.enqueue(Prometheus.data("{\"alerts\":[{\"labels\":{\"alertname\":\"a\"},\"annotations\":{\"s\":\"x\"},"
                + "\"state\":\"firing\",\"activeAt\":\"t\",\"value\":\"1e+00\"}]}"));
        assertThat(Prometheus.at(server).alerts())
                .containsExactly(new Alert(
                        "a", "firing", "t", "1e+00", Labels.of(Map.of("alertname", "a")), Labels.of(Map.of("s", "x"))));
    }

    @Test
    void theHeadBlockIsCountedByItsNames() {
        server.enqueue(Prometheus.data("{\"headStats\":{\"numSeries\":508,\"chunkCount\":1e3},"
                + "\"seriesCountByMetricName\":[{\"name\":\"up\",\"value\":7}]}"));
        Cardinality cardinality = Prometheus.at(server).cardinality();
        assertThat(cardinality.series()).isEqualTo(508);
        assertThat(cardinality.chunks()).isEqualTo(1000);
        assertThat(cardinality.tables()).hasSize(4);
        assertThat(cardinality.tables().getFirst())
                .isEqualTo(new Cardinality.Ranking("series by metric", List.of(new Cardinality.Count("up", 7))));
    }

    @ParameterizedTest
    @CsvSource({"405, text/plain", "501, text/html", "403, text/html"})
    void aServerThatRefusesFormsIsAskedWithGetFromThenOn(int status, String type) throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .body("no")
                .build());
        server.enqueue(Prometheus.data(NOTHING));
        server.enqueue(Prometheus.data(NOTHING));
        PrometheusSource source = Prometheus.at(server);
        source.query(Prometheus.UP, new RecordingHandler());
        source.query(Prometheus.UP, new RecordingHandler());
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("POST /api/v1/query HTTP/1.1");
        for (int i = 0; i < 2; i++) {
            assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /api/v1/query?query=up HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({"502", "503", "504"})
    void aProxyWithoutItsServerIsNamed(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html")
                .addHeader("Server", "nginx/1.26.3")
                .body("<html><title>Bad</title></html>")
                .build());
        assertThatThrownBy(() -> Prometheus.at(server).query(Prometheus.UP, new RecordingHandler()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("the proxy at this address (nginx/1.26.3) answers");
    }

    private RecordedRequest asked(Query query) throws InterruptedException {
        server.enqueue(Prometheus.data(NOTHING));
        Prometheus.at(server).query(query, new RecordingHandler());
        return server.takeRequest();
    }

    private String headerFor(Credential credential) throws InterruptedException {
        server.enqueue(Prometheus.data(NOTHING));
        Prometheus.at(Prometheus.endpoint(Prometheus.url(server), credential, Map.of()), Optional.empty())
                .query(Prometheus.UP, new RecordingHandler());
        return String.valueOf(server.takeRequest().getHeaders().get("Authorization"));
    }
}
