package dev.monsh.testing.grafana;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Data sources with the rules of Grafana's API: names and uids, versions, secrets, the default one, files. */
final class SourceStore {

    /** A data source: what is told of it, and its secrets. */
    private record Kept(JsonObject settings, Map<String, String> secrets) {}

    private final Map<String, Kept> sources = new LinkedHashMap<>();
    private long lastId;

    synchronized GrafanaReply list() {
        return GrafanaReply.json(
                200,
                new JsonValue.Array(sources.values().stream()
                        .map(Kept::settings)
                        .sorted(Comparator.comparing(each -> each.text("name").toLowerCase(Locale.ROOT)))
                        .<JsonValue>map(each -> each.without("version", "basicAuthUser", "withCredentials")
                                .with("typeName", each.text("type")))
                        .toList()));
    }

    synchronized GrafanaReply read(String uid) {
        Kept kept = sources.get(uid);
        return kept == null ? notFound() : GrafanaReply.json(200, told(kept));
    }

    private static JsonObject told(Kept kept) {
        JsonObject fields = JsonObject.EMPTY;
        for (Map.Entry<String, String> secret : kept.secrets().entrySet()) {
            if (!secret.getValue().isEmpty()) {
                fields = fields.with(secret.getKey(), true);
            }
        }
        return kept.settings()
                .with("secureJsonFields", fields)
                .with("typeLogoUrl", "public/app/plugins/datasource/logo.svg")
                .with("apiVersion", "")
                .with("somethingNew", JsonObject.EMPTY);
    }

    private static GrafanaReply notFound() {
        return GrafanaReply.error(404, "Data source not found");
    }

    synchronized GrafanaReply add(JsonObject body) {
        if (body.text("type").isEmpty()
                || body.text("access").isEmpty()
                || body.text("name").isEmpty()) {
            return GrafanaReply.error(400, "bad request data");
        }
        if (isBadUrl(body.text("url"))) {
            return GrafanaReply.error(400, "Validation error, invalid URL");
        }
        if (byName(body.text("name")).isPresent()) {
            return GrafanaReply.error(409, "data source with the same name already exists");
        }
        long id = ++lastId;
        String uid = body.text("uid").isEmpty() ? "generated" + id : body.text("uid");
        if (sources.containsKey(uid)) {
            return GrafanaReply.error(409, "data source with the same uid already exists");
        }
        if (!uid.matches("[A-Za-z0-9_-]{1,40}")) {
            return GrafanaReply.error(400, "datasource.uidInvalid", "Invalid datasource UID.");
        }
        boolean first = sources.isEmpty();
        JsonObject settings = row(body)
                .with("id", id)
                .with("uid", uid)
                .with("orgId", 1)
                .with("isDefault", first || body.truth("isDefault"))
                .with("version", 1)
                .with("readOnly", false);
        Kept kept = new Kept(settings, secrets(body, Map.of()));
        sources.put(uid, kept);
        return changed("Datasource added", kept);
    }

    /** What the API takes; everything that is left out becomes empty or false. */
    private static JsonObject row(JsonObject body) {
        return JsonObject.EMPTY
                .with("name", body.text("name"))
                .with("type", body.text("type"))
                .with("access", body.text("access"))
                .with("url", body.text("url"))
                .with("user", body.text("user"))
                .with("database", body.text("database"))
                .with("basicAuth", body.truth("basicAuth"))
                .with("basicAuthUser", body.text("basicAuthUser"))
                .with("withCredentials", body.truth("withCredentials"))
                .with("isDefault", body.truth("isDefault"))
                .with("jsonData", body.object("jsonData"));
    }

    private static Map<String, String> secrets(JsonObject body, Map<String, String> before) {
        Map<String, String> secrets = new LinkedHashMap<>(before);
        body.object("secureJsonData").members().forEach((key, value) -> {
            if (value instanceof JsonValue.Text(String text)) {
                secrets.put(key, text);
            }
        });
        return secrets;
    }

    synchronized GrafanaReply update(String uid, JsonObject body) {
        if (isBadUrl(body.text("url")) || body.text("url").isEmpty()) {
            return GrafanaReply.error(400, "Validation error, invalid URL");
        }
        Kept before = sources.get(uid);
        if (before == null) {
            return notFound();
        }
        if (before.settings().truth("readOnly")) {
            return GrafanaReply.error(403, "Cannot update read-only data source");
        }
        if (byName(body.text("name")).filter(other -> !other.equals(uid)).isPresent()) {
            return GrafanaReply.error(
                    409, "Failed to update datasource: data source with the same name already exists");
        }
        long version = body.number("version");
        if (version > 0 && before.settings().number("version") > version) {
            return GrafanaReply.error(
                    409, "Datasource has already been updated by someone else. Please reload and try again");
        }
        JsonObject settings = row(body)
                .with("id", before.settings().number("id"))
                .with("uid", uid)
                .with("orgId", 1)
                .with("version", version > 0 ? version + 1 : 1)
                .with("readOnly", false);
        Kept kept = new Kept(settings, secrets(body, before.secrets()));
        sources.put(uid, kept);
        return changed("Datasource updated", kept);
    }

    private static GrafanaReply changed(String message, Kept kept) {
        return GrafanaReply.json(
                200,
                JsonObject.EMPTY
                        .with("id", kept.settings().number("id"))
                        .with("name", kept.settings().text("name"))
                        .with("message", message)
                        .with("datasource", told(kept)));
    }

    synchronized GrafanaReply remove(String uid) {
        Kept kept = sources.get(uid);
        if (kept == null) {
            return notFound();
        }
        if (kept.settings().truth("readOnly")) {
            return GrafanaReply.error(403, "Cannot delete read-only data source");
        }
        sources.remove(uid);
        return GrafanaReply.json(
                200,
                JsonObject.EMPTY
                        .with("message", "Data source deleted")
                        .with("id", kept.settings().number("id")));
    }

    private Optional<String> byName(String name) {
        return sources.entrySet().stream()
                .filter(each -> each.getValue().settings().text("name").equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isBadUrl(String url) {
        return url.startsWith("://") || url.matches("http://\\[[^]]*") || url.matches("https?://[^/]*:[^0-9/].*");
    }

    synchronized Optional<JsonObject> settings(String uid) {
        return Optional.ofNullable(sources.get(uid)).map(Kept::settings);
    }

    synchronized Map<String, String> secrets(String uid) {
        return Map.copyOf(sources.get(uid).secrets());
    }

    /** Marks one as coming from a file. */
    synchronized void provision(String uid) {
        Kept kept = sources.get(uid);
        sources.put(uid, new Kept(kept.settings().with("readOnly", true), kept.secrets()));
    }

    synchronized List<String> uids() {
        return List.copyOf(sources.keySet());
    }
}
