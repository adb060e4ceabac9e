package dev.monsh.adapter.http.grafana;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.client.ServerClient.Parameter;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.failure.RejectedException;
import dev.monsh.grafana.Dashboard;
import dev.monsh.grafana.DashboardEntry;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaAddress;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.PluginHealth;
import dev.monsh.grafana.ServerHealth;
import dev.monsh.grafana.TokenRights;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grafana over HTTP: the routes by uid under {@code /api}, which are on in every release from 9 to 13. */
public final class HttpGrafana implements GrafanaServer {

    private static final String SOURCES = "api/datasources";
    private static final String DASHBOARDS = "api/dashboards/uid/";
    private static final int PAGE = 1000;

    private final GrafanaCalls calls;

    private HttpGrafana(GrafanaCalls calls) {
        this.calls = calls;
    }

    /**
     * Prepares for a server; nothing is sent yet and no secret read.
     *
     * @param limit how long each call may take
     */
    public static HttpGrafana at(HttpClients clients, Endpoint endpoint, Duration limit) {
        Endpoint base = endpoint.withUrl(GrafanaAddress.base(endpoint.url()));
        Endpoint anonymous = new Endpoint(
                base.url(), new Credential.None(), base.headers(), base.caFile(), base.clientCertificate());
        return new HttpGrafana(
                new GrafanaCalls(clients.open(anonymous, Optional.of(limit)), clients.open(base, Optional.of(limit))));
    }

    @Override
    public String address() {
        return calls.address();
    }

    @Override
    public ServerHealth health() {
        return calls.health();
    }

    @Override
    public TokenRights rights() {
        GrafanaAnswer answer = calls.get("api/access-control/user/permissions", new Parameter("reloadcache", "true"));
        if (answer.status() == 404) {
            return new TokenRights(Optional.empty());
        }
        Map<String, List<String>> scopes = new LinkedHashMap<>();
        calls.object(calls.good(answer, "rights of the token"))
                .members()
                .forEach((action, value) -> scopes.put(action, texts(value)));
        return new TokenRights(Optional.of(scopes));
    }

    private static List<String> texts(JsonValue value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonValue.Array(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonValue.Text(String text) && !text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    @Override
    public List<DataSource> dataSources() {
        return calls.objects(calls.good(calls.get(SOURCES), "data sources")).stream()
                .map(DataSource::new)
                .toList();
    }

    @Override
    public Optional<DataSource> dataSource(String uid) {
        GrafanaAnswer answer = calls.get(sourcePath(uid));
        return answer.status() == 404 && !answer.isPage()
                ? Optional.empty()
                : Optional.of(new DataSource(calls.object(calls.good(answer, source(uid)))));
    }

    private static String sourcePath(String uid) {
        return SOURCES + "/uid/" + segment(uid);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String source(String uid) {
        return "data source " + uid;
    }

    @Override
    public void addDataSource(JsonObject settings) {
        calls.good(calls.send("POST", SOURCES, List.of(), Optional.of(settings)), source(settings.text("uid")));
    }

    @Override
    public void updateDataSource(String uid, JsonObject settings) {
        calls.good(calls.send("PUT", sourcePath(uid), List.of(), Optional.of(settings)), source(uid));
    }

    @Override
    public boolean removeDataSource(String uid) {
        return removed(sourcePath(uid), source(uid));
    }

    private boolean removed(String path, String what) {
        GrafanaAnswer answer = calls.send("DELETE", path, List.of(), Optional.empty());
        if (answer.status() == 404 && !answer.isPage()) {
            return false;
        }
        calls.good(answer, what);
        return true;
    }

    @Override
    public PluginHealth testDataSource(String uid) {
        GrafanaAnswer answer = calls.get(sourcePath(uid) + "/health");
        JsonObject health = answer.isPage() ? JsonObject.EMPTY : calls.object(answer);
        String status = health.text("status");
        if (status.isEmpty()) {
            calls.good(answer, source(uid));
            throw new RejectedException(source(uid), "Grafana's health check of it has no status");
        }
        return new PluginHealth(status.equals("OK"), health.text("message"));
    }

    @Override
    public List<DashboardEntry> dashboards(String tag) {
        List<DashboardEntry> found = new ArrayList<>();
        List<JsonObject> page;
        int number = 1;
        do {
            page = calls.objects(calls.good(
                    calls.get(
                            "api/search",
                            new Parameter("type", "dash-db"),
                            new Parameter("tag", tag),
                            new Parameter("limit", Integer.toString(PAGE)),
                            new Parameter("page", Integer.toString(number++))),
                    "dashboards"));
            page.forEach(each -> found.add(new DashboardEntry(
                    each.text("uid"), each.text("title"), each.text("folderTitle"), each.text("url"))));
        } while (page.size() == PAGE);
        return found;
    }

    @Override
    public Optional<Dashboard> dashboard(String uid) {
        GrafanaAnswer answer = calls.get(DASHBOARDS + segment(uid));
        if (answer.status() == 404 && !answer.isPage()) {
            return Optional.empty();
        }
        JsonObject whole = calls.object(calls.good(answer, dashboardName(uid)));
        JsonObject meta = whole.object("meta");
        JsonObject model = whole.object("dashboard");
        return Optional.of(new Dashboard(
                meta.text("folderUid"),
                model.number("version"),
                meta.truth("provisioned"),
                meta.text("updatedBy"),
                model));
    }

    private static String dashboardName(String uid) {
        return "dashboard " + uid;
    }

    @Override
    public void saveDashboard(JsonObject model, String folder, String message) {
        JsonObject body = JsonObject.EMPTY
                .with("dashboard", model)
                .with("folderUid", folder)
                .with("message", message)
                .with("overwrite", false);
        calls.good(
                calls.send("POST", "api/dashboards/db", List.of(), Optional.of(body)),
                dashboardName(model.text("uid")));
    }

    @Override
    public boolean removeDashboard(String uid) {
        return removed(DASHBOARDS + segment(uid), dashboardName(uid));
    }
}
