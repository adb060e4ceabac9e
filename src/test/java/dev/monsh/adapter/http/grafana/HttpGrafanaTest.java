package dev.monsh.adapter.http.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.ServerHealth;
import dev.monsh.grafana.TokenRights;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import dev.monsh.testing.RawServer;
import dev.monsh.testing.grafana.StandInGrafana;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against the stand-in: what Grafana answers, and what becomes of it. */
class HttpGrafanaTest {

    private final StandInGrafana server = StandInGrafana.start().token(GrafanaAt.TOKEN);

    @AfterEach
    void stop() {
        server.close();
    }

    private GrafanaServer grafana() {
        return GrafanaAt.url(server.url());
    }

    @Test
    void healthIsAskedWithoutTheToken() {
        assertThat(grafana().health()).isEqualTo(new ServerHealth("13.1.0", "ok"));
        server.loseDatabase(true);
        assertThat(grafana().health().isGood()).isFalse();
    }

    @Test
    void theRightsAreThoseThatGrafanaTells() {
        server.forbid(GrafanaAt.TOKEN, "datasources:create");
        TokenRights rights = grafana().rights();
        assertThat(rights.needed())
                .hasSize(9)
                .filteredOn(each -> !each.granted())
                .extracting(TokenRights.Right::action)
                .containsExactly("datasources:create");
        server.beOld();
        assertThat(grafana().rights().scopes()).isEmpty();
    }

    @Test
    void aMissingRightIsNamed() {
        server.forbid(GrafanaAt.TOKEN, "datasources:read");
        assertThatThrownBy(() -> grafana().dataSources())
                .isInstanceOf(RefusedException.class)
                .hasMessage("data sources: the token may not do this: it lacks the permission datasources:read;"
                        + " give its service account this permission, or the role Admin");
    }

    @Test
    void aWrongTokenIsRefusedOnce() {
        StandInGrafana other = StandInGrafana.start();
        try (other) {
            GrafanaServer grafana = GrafanaAt.url(other.url());
            assertThatThrownBy(grafana::dataSources)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("401: Grafana does not accept the token: Invalid API key")
                    .hasMessageNotContaining(GrafanaAt.TOKEN);
            assertThat(other.requests()).containsExactly("GET /api/health", "GET /api/datasources");
        }
    }

    @Test
    void theTokenIsNotSentToALoginPage() {
        server.showLoginPage(true);
        assertThatThrownBy(() -> grafana().dataSources())
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("200: a web page (\"Sign in\") instead of Grafana's API");
        assertThat(server.requests()).containsExactly("GET /api/health");
    }

    @Test
    void theTokenIsNotSentToAnotherServer() throws IOException {
        try (RawServer other = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")) {
            assertThatThrownBy(() -> GrafanaAt.url(other.url()).dataSources())
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("is not Grafana");
        }
    }

    @Test
    void aGrafanaUnderAPathSaysWhereItIs() {
        String bare = server.url();
        server.under("/grafana");
        assertThatThrownBy(() -> GrafanaAt.url(bare).dataSources())
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("302: it redirects to /grafana/api/health")
                .hasMessageContaining("put its path /grafana into grafana: {url: …}");
        assertThat(grafana().dataSources()).isEmpty();
    }

    @Test
    void aProxyWithoutGrafanaIsUnreachable() throws IOException {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n"
                + "<html><head><title>502 Bad Gateway</title></head></html>")) {
            assertThatThrownBy(() -> GrafanaAt.url(proxy.url()).health())
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("502: a web page (\"502 Bad Gateway\") from a proxy");
        }
    }

    @Test
    void aDataSourceIsAddedChangedAndRemoved() throws IOException {
        GrafanaServer grafana = grafana();
        grafana.addDataSource(
                source("{\"uid\":\"u\",\"name\":\"n\",\"type\":\"loki\",\"access\":\"proxy\",\"url\":\"http://a\"}"));
        JsonObject read = grafana.dataSource("u").orElseThrow().settings();
        grafana.updateDataSource("u", read.with("url", "http://b"));
        assertThat(server.source("u").orElseThrow().text("url")).isEqualTo("http://b");
        assertThatThrownBy(() -> grafana.updateDataSource("u", read))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("has already been updated by someone else");
        assertThat(grafana.removeDataSource("u")).isTrue();
        assertThat(grafana.removeDataSource("u")).isFalse();
        assertThat(grafana.dataSource("u")).isEmpty();
    }

    private static JsonObject source(String json) throws IOException {
        return (JsonObject) JsonValue.parse(json);
    }

    @Test
    void aDashboardIsSavedByItsVersion() throws IOException {
        GrafanaServer grafana = grafana();
        JsonObject model = source("{\"uid\":\"d\",\"title\":\"t\",\"tags\":[\"monsh\"]}");
        grafana.saveDashboard(model, "", "first");
        assertThatThrownBy(() -> grafana.saveDashboard(model, "", "second"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("changed by someone else");
        grafana.saveDashboard(model.with("version", 1), "folder", "third");
        assertThat(grafana.dashboard("d").orElseThrow().version()).isEqualTo(2);
        assertThat(grafana.dashboard("d").orElseThrow().folder()).isEqualTo("folder");
        assertThat(grafana.dashboards("monsh")).extracting(each -> each.uid()).isEqualTo(List.of("d"));
        assertThat(grafana.dashboards("other")).isEmpty();
        assertThat(grafana.removeDashboard("d")).isTrue();
        assertThat(grafana.dashboard("d")).isEqualTo(Optional.empty());
    }

    @Test
    void nothingListensIsUnreachable() {
        server.close();
        assertThatThrownBy(() -> grafana().health())
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("connection refused");
    }
}
