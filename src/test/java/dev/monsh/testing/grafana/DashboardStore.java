package dev.monsh.testing.grafana;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dashboards with the rules of Grafana 11's API: found by uid, saved by version, titles need not differ. */
final class DashboardStore {

    /** A dashboard, the uid of its folder and whether it comes from a file. */
    private record Kept(JsonObject model, String folder, boolean provisioned) {}

    private final Map<String, Kept> dashboards = new LinkedHashMap<>();
    private long lastId;

    synchronized GrafanaReply save(JsonObject body) {
        JsonObject model = body.object("dashboard");
        String uid = model.text("uid").isEmpty() ? "generated" + (lastId + 1) : model.text("uid");
        if (model.text("title").isEmpty()) {
            return GrafanaReply.status(400, "empty-name", "Dashboard title cannot be empty");
        }
        if (!uid.matches("[A-Za-z0-9_-]+")) {
            return GrafanaReply.error(400, "uid contains illegal characters");
        }
        if (uid.length() > 40) {
            return GrafanaReply.error(400, "uid too long, max 40 characters");
        }
        Kept before = dashboards.get(uid);
        if (before != null && before.provisioned()) {
            return GrafanaReply.error(400, "Cannot save provisioned dashboard");
        }
        boolean current = before == null || before.model().number("version") == model.number("version");
        if (!current && !body.truth("overwrite")) {
            return GrafanaReply.status(412, "version-mismatch", "The dashboard has been changed by someone else");
        }
        long version = before == null ? 1 : before.model().number("version") + 1;
        long id = before == null ? ++lastId : before.model().number("id");
        JsonObject saved = model.with("id", id).with("uid", uid).with("version", version);
        dashboards.put(uid, new Kept(saved, body.text("folderUid"), false));
        return GrafanaReply.json(
                200,
                JsonObject.EMPTY
                        .with("status", "success")
                        .with("id", id)
                        .with("uid", uid)
                        .with("url", "/d/" + uid + "/slug")
                        .with("version", version));
    }

    synchronized GrafanaReply read(String uid) {
        Kept kept = dashboards.get(uid);
        if (kept == null) {
            return GrafanaReply.status(404, "not-found", "Dashboard not found");
        }
        return GrafanaReply.json(
                200,
                JsonObject.EMPTY
                        .with(
                                "meta",
                                JsonObject.EMPTY
                                        .with("version", kept.model().number("version"))
                                        .with("folderUid", kept.folder())
                                        .with("folderTitle", kept.folder().isEmpty() ? "General" : kept.folder())
                                        .with("updatedBy", "somebody")
                                        .with("provisioned", kept.provisioned()))
                        .with("dashboard", kept.model()));
    }

    synchronized GrafanaReply search(String tag) {
        return GrafanaReply.json(
                200,
                new JsonValue.Array(dashboards.values().stream()
                        .filter(each -> each.model().elements("tags").contains(new JsonValue.Text(tag)))
                        .<JsonValue>map(each -> JsonObject.EMPTY
                                .with("id", each.model().number("id"))
                                .with("uid", each.model().text("uid"))
                                .with("title", each.model().text("title"))
                                .with("url", "/d/" + each.model().text("uid") + "/slug")
                                .with("type", "dash-db")
                                .with("sortMeta", 0))
                        .toList()));
    }

    synchronized GrafanaReply remove(String uid) {
        Kept kept = dashboards.remove(uid);
        return kept == null
                ? GrafanaReply.status(404, "not-found", "Dashboard not found")
                : GrafanaReply.json(
                        200,
                        JsonObject.EMPTY
                                .with("uid", uid)
                                .with("title", kept.model().text("title")));
    }

    synchronized Optional<JsonObject> model(String uid) {
        return Optional.ofNullable(dashboards.get(uid)).map(Kept::model);
    }

    synchronized String folder(String uid) {
        return dashboards.get(uid).folder();
    }

    /** Changes a dashboard as a person does in the browser. */
    synchronized void edit(String uid, String member, String value, String folder) {
        Kept kept = dashboards.get(uid);
        JsonObject model =
                kept.model().with(member, value).with("version", kept.model().number("version") + 1);
        dashboards.put(uid, new Kept(model, folder, kept.provisioned()));
    }

    synchronized void provision(String uid) {
        Kept kept = dashboards.get(uid);
        dashboards.put(uid, new Kept(kept.model(), kept.folder(), true));
    }

    synchronized List<String> uids() {
        return List.copyOf(dashboards.keySet());
    }
}
