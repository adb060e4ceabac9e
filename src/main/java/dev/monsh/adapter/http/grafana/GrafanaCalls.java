package dev.monsh.adapter.http.grafana;

import dev.monsh.adapter.http.client.ServerClient;
import dev.monsh.adapter.http.client.ServerClient.Parameter;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RejectedException;
import dev.monsh.grafana.ServerHealth;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Calls of the API. Before the token is sent for the first time, what answers there must have proved to be Grafana. */
final class GrafanaCalls {

    private final ServerClient anonymous;
    private final ServerClient signedIn;
    private boolean known;

    /**
     * Prepares for calls.
     *
     * @param anonymous talks to the same address without a credential
     */
    GrafanaCalls(ServerClient anonymous, ServerClient signedIn) {
        this.anonymous = anonymous;
        this.signedIn = signedIn;
    }

    String address() {
        return anonymous.address();
    }

    /** Asks for the health page, also where the database is down, which is a 503. */
    ServerHealth health() {
        GrafanaAnswer answer = anonymous.call("GET", "api/health", List.of(), Optional.empty(), GrafanaAnswer::read);
        boolean redirected = answer.status() >= 300 && answer.status() < 400;
        if (redirected || answer.isPage()) {
            throw GrafanaFailures.of(answer, address(), address());
        }
        JsonObject health = object(answer);
        String database = health.text("database");
        if (database.isEmpty()) {
            throw answer.isGood()
                    ? new RejectedException(
                            address(),
                            "what answers there is not Grafana: its health page is different",
                            "monsh config show")
                    : GrafanaFailures.of(answer, address(), address());
        }
        known = true;
        return new ServerHealth(health.text("version"), database);
    }

    /** Sends a call and returns its answer, whatever it is. */
    GrafanaAnswer send(String method, String path, List<Parameter> query, Optional<JsonObject> document) {
        if (!known) {
            health();
        }
        return signedIn.call(method, path, query, document.map(JsonValue::compact), GrafanaAnswer::read);
    }

    GrafanaAnswer get(String path, Parameter... query) {
        return send("GET", path, List.of(query), Optional.empty());
    }

    /** Returns an answer that succeeded, else fails. */
    GrafanaAnswer good(GrafanaAnswer answer, String what) {
        if (!answer.isGood()) {
            throw GrafanaFailures.of(answer, what, address());
        }
        return answer;
    }

    /** Reads an object; {@link JsonObject#EMPTY} where the answer is something else. */
    JsonObject object(GrafanaAnswer answer) {
        return parse(answer) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /** Reads an array of objects. */
    List<JsonObject> objects(GrafanaAnswer answer) {
        return parse(answer) instanceof JsonValue.Array(List<JsonValue> elements)
                ? elements.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }

    private JsonValue parse(GrafanaAnswer answer) {
        try {
            return JsonValue.parse(answer.body());
        } catch (IOException e) {
            if (answer.isGood()) {
                throw new RejectedException(
                        address(),
                        "the answer is not the JSON of Grafana's API",
                        new NextStep.Text("monsh config show"),
                        e);
            }
            return JsonObject.EMPTY;
        }
    }
}
