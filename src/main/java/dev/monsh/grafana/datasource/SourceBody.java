package dev.monsh.grafana.datasource;

import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.grafana.DataSource;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.util.Map;
import java.util.function.Function;

/** Makes what is sent to Grafana: for a new data source what it needs, for another one all that it had and the changes. */
final class SourceBody {

    private final WantedSource wanted;
    private final Function<Secret, SecretValue> reader;

    SourceBody(WantedSource wanted, Function<Secret, SecretValue> reader) {
        this.wanted = wanted;
        this.reader = reader;
    }

    /** Returns a new data source. The API has no default for {@code access}. */
    JsonObject added() {
        JsonObject data = wanted.type().equals(DataSource.LOKI)
                ? JsonObject.EMPTY.with("maxLines", 1000)
                : JsonObject.EMPTY.with("httpMethod", "POST").with("timeInterval", "15s");
        return sent(
                JsonObject.EMPTY
                        .with("uid", wanted.uid())
                        .with("name", wanted.name())
                        .with("type", wanted.type()),
                data,
                JsonObject.EMPTY);
    }

    /** Returns a data source with the version that was read, its other settings, and the secrets. */
    JsonObject updated(DataSource found) {
        // what Grafana only tells; secrets that are not sent keep their value
        JsonObject settings = found.settings()
                .without("secureJsonFields", "accessControl", "typeLogoUrl", "typeName", "readOnly", "apiVersion");
        JsonObject kept = found.settings().object("secureJsonFields");
        JsonObject emptied = JsonObject.EMPTY;
        for (String key : java.util.List.of(SourceSecrets.PASSWORD, SourceSecrets.CA)) {
            if (kept.truth(key)) {
                emptied = emptied.with(key, "");
            }
        }
        return sent(settings, settings.object("jsonData"), emptied);
    }

    private JsonObject sent(JsonObject settings, JsonObject before, JsonObject emptied) {
        Map<String, String> headerKeys = SourceComparison.headerKeys(before, wanted);
        JsonObject data = before;
        data = flag(data, "tlsAuthWithCACert", wanted.endpoint().caFile().isPresent());
        data = flag(data, "tlsAuth", wanted.endpoint().clientCertificate().isPresent());
        for (Map.Entry<String, String> header : headerKeys.entrySet()) {
            data = data.with(header.getValue().replace("Value", "Name"), header.getKey());
        }
        JsonObject secrets = emptied;
        for (Map.Entry<String, JsonValue> secret : new SourceSecrets(wanted.endpoint(), reader)
                .read(headerKeys)
                .members()
                .entrySet()) {
            secrets = secrets.with(secret.getKey(), secret.getValue());
        }
        boolean basic = !wanted.username().isEmpty();
        JsonObject body = settings.with("access", "proxy")
                .with("url", wanted.url())
                .with("basicAuth", basic)
                .with("basicAuthUser", wanted.username())
                .with("jsonData", data);
        return secrets.members().isEmpty() ? body : body.with("secureJsonData", secrets);
    }

    private static JsonObject flag(JsonObject data, String name, boolean on) {
        return on || data.truth(name) ? data.with(name, on) : data;
    }
}
