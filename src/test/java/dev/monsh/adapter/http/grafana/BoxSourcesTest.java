package dev.monsh.adapter.http.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.box.Server;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.RefusedException;
import dev.monsh.grafana.datasource.BoxSources;
import dev.monsh.grafana.datasource.SourceChange;
import dev.monsh.grafana.datasource.SourceDifference;
import dev.monsh.grafana.datasource.WantedSource;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import dev.monsh.testing.grafana.StandInGrafana;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box's data sources in the stand-in: what is sent, and what is left as it was. */
class BoxSourcesTest {

    private static final String UID = "monsh-aibox-2-prometheus";

    @TempDir
    private Path folder;

    private final StandInGrafana server = StandInGrafana.start().token(GrafanaAt.TOKEN);
    private final BoxSources sources =
            new BoxSources(GrafanaAt.url(server.url()), secret -> new SecretValue("s3cret".toCharArray()));

    @AfterEach
    void stop() {
        server.close();
    }

    private static WantedSource prometheus(String url) {
        return new WantedSource("aibox-2", Server.PROMETHEUS, Endpoint.of(url));
    }

    private WantedSource locked(String url, Path ca) {
        return new WantedSource(
                "aibox-2",
                Server.PROMETHEUS,
                new Endpoint(
                        URI.create(url),
                        new Credential.Basic("grafana", new Secret.FromEnvironment("X")),
                        Map.of("X-Scope-OrgID", "site-a"),
                        Optional.of(ca),
                        Optional.empty()));
    }

    private void make(WantedSource wanted) {
        sources.make(sources.look(wanted, false));
    }

    @Test
    void twiceIsOnce() {
        make(prometheus("http://127.0.0.1:9091"));
        int writes = server.writes().size();
        assertThat(sources.look(prometheus("http://127.0.0.1:9091/"), false)).isInstanceOf(SourceChange.None.class);
        make(prometheus("http://127.0.0.1:9091"));
        assertThat(server.writes()).hasSize(writes).containsExactly("POST /api/datasources");
        assertThat(server.sourceUids()).containsExactly(UID);
    }

    @Test
    void whatAHardenedGatewayNeedsIsSent() throws Exception {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n");
        make(locked("https://127.0.0.1:9091", ca));
        JsonObject settings = server.source(UID).orElseThrow();
        assertThat(settings.text("access")).isEqualTo("proxy");
        assertThat(settings.truth("basicAuth")).isTrue();
        assertThat(settings.text("basicAuthUser")).isEqualTo("grafana");
        assertThat(settings.object("jsonData").compact())
                .isEqualTo("{\"httpMethod\":\"POST\",\"timeInterval\":\"15s\",\"tlsAuthWithCACert\":true,"
                        + "\"httpHeaderName1\":\"X-Scope-OrgID\"}");
        assertThat(server.secrets(UID))
                .isEqualTo(Map.of(
                        "basicAuthPassword", "s3cret",
                        "tlsCACert", "-----BEGIN CERTIFICATE-----\n",
                        "httpHeaderValue1", "site-a"));
        assertThat(sources.look(locked("https://127.0.0.1:9091", ca), false)).isInstanceOf(SourceChange.None.class);
    }

    @Test
    void aChangedPortUpdatesItAndKeepsWhatPeopleSet() {
        make(prometheus("http://127.0.0.1:9091"));
        server.editSource(UID, "name", new JsonValue.Text("my own name"));
        server.editSource(
                UID,
                "jsonData",
                JsonObject.EMPTY
                        .with("httpMethod", "GET")
                        .with("timeInterval", "5s")
                        .with("cacheLevel", "High"));
        SourceChange change = sources.look(prometheus("http://127.0.0.1:9095"), false);
        assertThat(((SourceChange.Update) change).differences())
                .containsExactly(new SourceDifference("url", "http://127.0.0.1:9091", "http://127.0.0.1:9095"));
        sources.make(change);
        JsonObject settings = server.source(UID).orElseThrow();
        assertThat(settings.text("url")).isEqualTo("http://127.0.0.1:9095");
        assertThat(settings.text("name")).isEqualTo("my own name");
        assertThat(settings.truth("isDefault")).isTrue();
        assertThat(settings.object("jsonData").text("cacheLevel")).isEqualTo("High");
        assertThat(settings.object("jsonData").text("httpMethod")).isEqualTo("GET");
    }

    @Test
    void aPasswordThatIsNoLongerWantedIsEmptied() throws Exception {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "x");
        make(locked("https://127.0.0.1:9091", ca));
        make(prometheus("http://127.0.0.1:9091"));
        assertThat(server.secrets(UID)).containsEntry("basicAuthPassword", "").containsEntry("tlsCACert", "");
        assertThat(server.source(UID).orElseThrow().truth("basicAuth")).isFalse();
        assertThat(sources.look(prometheus("http://127.0.0.1:9091"), false)).isInstanceOf(SourceChange.None.class);
    }

    @Test
    void secretsAreSentAgainWhenAsked() throws Exception {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "old");
        make(locked("https://127.0.0.1:9091", ca));
        Files.writeString(ca, "new");
        sources.make(sources.look(locked("https://127.0.0.1:9091", ca), true));
        assertThat(server.secrets(UID)).containsEntry("tlsCACert", "new");
    }

    @Test
    void aSecretThatIsMissingIsADifference() throws Exception {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "x");
        make(prometheus("https://127.0.0.1:9091"));
        server.editSource(UID, "basicAuth", new JsonValue.Truth(true));
        server.editSource(UID, "basicAuthUser", new JsonValue.Text("grafana"));
        assertThat(((SourceChange.Update) sources.look(locked("https://127.0.0.1:9091", ca), false)).differences())
                .extracting(SourceDifference::field)
                .contains("secret basicAuthPassword", "secret tlsCACert", "header X-Scope-OrgID");
    }

    @Test
    void oneOfAFileIsRefusedWithWhereToEditIt() {
        make(prometheus("http://127.0.0.1:9091"));
        server.provisionSource(UID);
        SourceChange change = sources.look(prometheus("http://127.0.0.1:9095"), false);
        int writes = server.writes().size();
        assertThatThrownBy(() -> sources.make(change))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("/etc/grafana/provisioning/datasources/")
                .hasMessageContaining("url: http://127.0.0.1:9091 -> http://127.0.0.1:9095");
        assertThatThrownBy(() -> sources.remove(sources.of("aibox-2").getFirst()))
                .isInstanceOf(RefusedException.class);
        assertThat(server.writes()).hasSize(writes);
        assertThat(sources.look(prometheus("http://127.0.0.1:9091"), false)).isInstanceOf(SourceChange.None.class);
    }

    @Test
    void aNameOfSomebodyElseIsAConflict() {
        server.addSource("hand-made", "aibox-2 Prometheus", "prometheus", "http://127.0.0.1:9091");
        assertThatThrownBy(() -> sources.look(prometheus("http://127.0.0.1:9091"), false))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("uid hand-made and the same URL");
    }

    @Test
    void aUidOfAnotherTypeIsAConflict() {
        server.addSource(UID, "x", "loki", "http://127.0.0.1:9091");
        assertThatThrownBy(() -> sources.look(prometheus("http://127.0.0.1:9091"), false))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void somebodyElsesChangeMeanwhileIsAConflict() {
        make(prometheus("http://127.0.0.1:9091"));
        SourceChange change = sources.look(prometheus("http://127.0.0.1:9095"), false);
        server.editSource(UID, "url", new JsonValue.Text("http://127.0.0.1:1"));
        assertThatThrownBy(() -> sources.make(change)).isInstanceOf(ConflictException.class);
    }
}
