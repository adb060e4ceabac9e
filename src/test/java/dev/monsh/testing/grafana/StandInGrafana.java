package dev.monsh.testing.grafana;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server on loopback that answers as Grafana 11 to 13 do, by their documentation and sources; no Grafana was run for it.
 * It really asks the servers behind its data sources, and relays live tails.
 */
public final class StandInGrafana implements AutoCloseable {

    /** All rights that monsh can need. */
    private static final Set<String> ALL = Set.of(
            "datasources:read",
            "datasources:create",
            "datasources:write",
            "datasources:delete",
            "datasources:query",
            "dashboards:read",
            "dashboards:create",
            "dashboards:write",
            "dashboards:delete");

    private static final String PROXY = "/api/datasources/proxy/uid/";

    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Map<String, Set<String>> tokens = new ConcurrentHashMap<>();
    private final SourceStore sources = new SourceStore();
    private final DashboardStore dashboards = new DashboardStore();
    private volatile String subPath = "";
    private volatile boolean loginPage;
    private volatile boolean dropsUpgrades;
    private volatile boolean refusesTails;
    private volatile boolean oldRelease;
    private volatile boolean databaseDown;

    private StandInGrafana() throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    public static StandInGrafana start() {
        try {
            return new StandInGrafana();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + subPath;
    }

    /** Makes a token with all rights. */
    public StandInGrafana token(String token) {
        tokens.put(token, ALL);
        return this;
    }

    /** Takes a right away from a token. */
    public void forbid(String token, String action) {
        Set<String> left = new TreeSet<>(tokens.get(token));
        left.remove(action);
        tokens.put(token, left);
    }

    /** Serves under a path, and sends whoever asks without it there. */
    public StandInGrafana under(String path) {
        subPath = path;
        return this;
    }

    /** Answers everything with the login page of a proxy. */
    public void showLoginPage(boolean shows) {
        loginPage = shows;
    }

    /** Loses the upgrade of WebSockets, as a proxy in front of Grafana does that passes it for /api/live only. */
    public void dropUpgrades(boolean drops) {
        dropsUpgrades = drops;
    }

    /** Refuses live tails. */
    public void refuseTails(boolean refuses) {
        refusesTails = refuses;
    }

    /** Does not know what tokens may do. */
    public void beOld() {
        oldRelease = true;
    }

    public void loseDatabase(boolean lost) {
        databaseDown = lost;
    }

    /** Returns {@code METHOD PATH} of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the requests that change something. */
    public List<String> writes() {
        return requests().stream()
                .filter(each -> !each.startsWith("GET ") && !each.contains("/proxy/"))
                .toList();
    }

    /** Adds a data source as somebody else would. */
    public void addSource(String uid, String name, String type, String url) {
        sources.add(JsonObject.EMPTY
                .with("uid", uid)
                .with("name", name)
                .with("type", type)
                .with("access", "proxy")
                .with("url", url));
    }

    /** Changes a data source as somebody else would, which counts its version on. */
    public void editSource(String uid, String member, JsonValue value) {
        JsonObject settings = sources.settings(uid).orElseThrow();
        sources.update(uid, settings.with(member, value));
    }

    public void provisionSource(String uid) {
        sources.provision(uid);
    }

    public Optional<JsonObject> source(String uid) {
        return sources.settings(uid);
    }

    public Map<String, String> secrets(String uid) {
        return sources.secrets(uid);
    }

    public List<String> sourceUids() {
        return sources.uids();
    }

    public List<String> dashboardUids() {
        return dashboards.uids();
    }

    public Optional<JsonObject> dashboard(String uid) {
        return dashboards.model(uid);
    }

    public String folderOf(String uid) {
        return dashboards.folder(uid);
    }

    public void editDashboard(String uid, String member, String value, String folder) {
        dashboards.edit(uid, member, value, folder);
    }

    public void provisionDashboard(String uid) {
        dashboards.provision(uid);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            for (Optional<GrafanaRequest> next = GrafanaRequest.read(in);
                    next.isPresent();
                    next = GrafanaRequest.read(in)) {
                requests.add(next.get().method() + " " + next.get().path());
                if (isTail(next.get())) {
                    tail(next.get(), socket);
                    return;
                }
                answer(next.get()).send(socket.getOutputStream());
            }
        } catch (IOException e) {
            // the client has gone
        } finally {
            sockets.remove(socket);
        }
    }

    private boolean isTail(GrafanaRequest request) {
        return request.path().startsWith(subPath + PROXY) && request.upgrades() && !loginPage;
    }

    private void tail(GrafanaRequest request, Socket socket) throws IOException {
        Optional<GrafanaReply> refusal = refusal(request, "datasources:query");
        if (refusesTails) {
            refusal = Optional.of(GrafanaReply.error(403, "Access denied to datasource"));
        }
        if (refusal.isPresent()) {
            refusal.get().send(socket.getOutputStream());
            return;
        }
        String rest = request.path().substring((subPath + PROXY).length());
        String uid = rest.substring(0, rest.indexOf('/'));
        relay(uid).orElseThrow().tunnel(request, rest.substring(uid.length() + 1), !dropsUpgrades, socket);
    }

    private Optional<SourceRelay> relay(String uid) {
        return sources.settings(uid).map(each -> new SourceRelay(each, sources.secrets(uid)));
    }

    private GrafanaReply answer(GrafanaRequest request) {
        if (loginPage) {
            return GrafanaReply.text(
                    200, "text/html; charset=utf-8", "<!DOCTYPE html><html><head><title>Sign in</title></head></html>");
        }
        if (!request.path().startsWith(subPath + "/")) {
            return GrafanaReply.redirect(subPath + request.path());
        }
        GrafanaRequest own = request.withPath(request.path().substring(subPath.length()));
        if (own.path().equals("/api/health")) {
            return health();
        }
        if (!own.path().startsWith("/api/")) {
            return GrafanaReply.redirect(subPath + "/login");
        }
        return refusal(own, right(own)).orElseGet(() -> signedIn(own));
    }

    private GrafanaReply health() {
        String body = "{\n  \"database\": \"" + (databaseDown ? "failing" : "ok")
                + "\",\n  \"version\": \"13.1.0\",\n  \"commit\": \"abc\"\n}";
        return GrafanaReply.text(databaseDown ? 503 : 200, "application/json; charset=UTF-8", body);
    }

    private Optional<GrafanaReply> refusal(GrafanaRequest request, String right) {
        String authorization = request.header("authorization");
        if (!authorization.startsWith("Bearer ")) {
            return Optional.of(GrafanaReply.error(401, "Unauthorized"));
        }
        Set<String> rights = tokens.get(authorization.substring("Bearer ".length()));
        if (rights == null) {
            return Optional.of(GrafanaReply.error(401, "api-key.invalid", "Invalid API key"));
        }
        return right.isEmpty() || rights.contains(right)
                ? Optional.empty()
                : Optional.of(GrafanaReply.missingRight(right));
    }

    private static String right(GrafanaRequest request) {
        String path = request.path();
        if (path.startsWith(PROXY) || path.endsWith("/health")) {
            return "datasources:query";
        }
        String room = path.startsWith("/api/datasources") ? "datasources:" : "dashboards:";
        if (!path.startsWith("/api/datasources") && !path.startsWith("/api/dashboards")) {
            return "";
        }
        return room
                + switch (request.method()) {
                    case "GET" -> "read";
                    case "POST" -> "create";
                    case "PUT" -> "write";
                    default -> "delete";
                };
    }

    private GrafanaReply signedIn(GrafanaRequest request) {
        String path = request.path();
        if (path.equals("/api/access-control/user/permissions") && !oldRelease) {
            return permissions(request);
        }
        if (path.equals("/api/search")) {
            String tag = request.query().replaceAll(".*\\btag=([^&]*).*", "$1");
            return dashboards.search(URLDecoder.decode(tag, StandardCharsets.UTF_8));
        }
        if (path.startsWith(PROXY)) {
            String rest = path.substring(PROXY.length());
            String uid = rest.substring(0, rest.indexOf('/'));
            return relay(uid)
                    .map(each -> each.relay(request, rest.substring(uid.length() + 1)))
                    .orElseGet(() -> GrafanaReply.error(404, "Unable to find datasource"));
        }
        if (path.startsWith("/api/datasources")) {
            return dataSources(request);
        }
        return path.startsWith("/api/dashboards") ? dashboards(request) : GrafanaReply.error(404, "Not Found");
    }

    private GrafanaReply permissions(GrafanaRequest request) {
        Map<String, JsonValue> actions = new LinkedHashMap<>();
        for (String action : tokens.get(request.header("authorization").substring("Bearer ".length()))) {
            String scope = action.endsWith(":create") ? "" : action.split(":")[0] + ":*";
            actions.put(action, new JsonValue.Array(List.of(new JsonValue.Text(scope))));
        }
        return GrafanaReply.json(200, new JsonObject(actions));
    }

    private GrafanaReply dataSources(GrafanaRequest request) {
        String uid = request.path().replaceFirst("^/api/datasources(/uid/)?", "");
        if (uid.endsWith("/health")) {
            String asked = uid.replaceFirst("/health$", "");
            return relay(asked)
                    .map(SourceRelay::health)
                    .orElseGet(() -> GrafanaReply.error(500, "Unable to load datasource metadata"));
        }
        return switch (request.method()) {
            case "GET" -> uid.isEmpty() ? sources.list() : sources.read(uid);
            case "POST" -> request.json().map(sources::add).orElseGet(StandInGrafana::badRequest);
            case "PUT" -> request.json().map(body -> sources.update(uid, body)).orElseGet(StandInGrafana::badRequest);
            default -> sources.remove(uid);
        };
    }

    private GrafanaReply dashboards(GrafanaRequest request) {
        String uid = request.path().replaceFirst("^/api/dashboards/(uid/|db)", "");
        return switch (request.method()) {
            case "GET" -> dashboards.read(uid);
            case "POST" -> request.json().map(dashboards::save).orElseGet(StandInGrafana::badRequest);
            default -> dashboards.remove(uid);
        };
    }

    private static GrafanaReply badRequest() {
        return GrafanaReply.error(400, "bad request data");
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
