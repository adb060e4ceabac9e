package dev.monsh.grafana.datasource;

import dev.monsh.grafana.DataSource;
import dev.monsh.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a data source with what it should be: only what monsh sets, so that people's own settings are no fault. */
final class SourceComparison {

    private final JsonObject settings;
    private final JsonObject data;
    private final WantedSource wanted;

    SourceComparison(DataSource found, WantedSource wanted) {
        this.settings = found.settings();
        this.data = settings.object("jsonData");
        this.wanted = wanted;
    }

    /** Returns the key of the secret that holds each wanted header's value, by the header's name. */
    static Map<String, String> headerKeys(JsonObject data, WantedSource wanted) {
        Map<String, String> keys = new LinkedHashMap<>();
        int free = 1;
        while (data.get("httpHeaderName" + free).isPresent()) {
            free++;
        }
        for (String header : SourceSecrets.headers(wanted.endpoint())) {
            int number = numberOf(data, header);
            keys.put(header, "httpHeaderValue" + (number > 0 ? number : free++));
        }
        return keys;
    }

    private static int numberOf(JsonObject data, String header) {
        for (int number = 1; data.get("httpHeaderName" + number).isPresent(); number++) {
            if (data.text("httpHeaderName" + number).equalsIgnoreCase(header)) {
                return number;
            }
        }
        return 0;
    }

    List<SourceDifference> differences() {
        List<SourceDifference> found = new ArrayList<>();
        compare(found, "url", withoutSlash(settings.text("url")), wanted.url());
        compare(found, "access", settings.text("access"), "proxy");
        boolean basic = !wanted.username().isEmpty();
        compare(found, "basic auth", onOff(settings.truth("basicAuth")), onOff(basic));
        if (basic) {
            compare(found, "user", settings.text("basicAuthUser"), wanted.username());
        }
        compare(
                found,
                "CA certificate",
                onOff(data.truth("tlsAuthWithCACert")),
                onOff(wanted.endpoint().caFile().isPresent()));
        compare(
                found,
                "client certificate",
                onOff(data.truth("tlsAuth")),
                onOff(wanted.endpoint().clientCertificate().isPresent()));
        for (String header : SourceSecrets.headers(wanted.endpoint())) {
            if (numberOf(data, header) == 0) {
                found.add(new SourceDifference("header " + header, "", "set"));
            }
        }
        missingSecrets(found);
        return found;
    }

    /** A secret that is there may be a wrong one, which nobody can see; one that is not there is seen. */
    private void missingSecrets(List<SourceDifference> found) {
        JsonObject kept = settings.object("secureJsonFields");
        for (String key : SourceSecrets.keys(wanted.endpoint(), headerKeys(data, wanted))) {
            boolean ofNewHeader = key.startsWith("httpHeaderValue")
                    && data.get(key.replace("Value", "Name")).isEmpty();
            if (!kept.truth(key) && !ofNewHeader) {
                found.add(new SourceDifference("secret " + key, "", "set"));
            }
        }
    }

    private static void compare(List<SourceDifference> found, String field, String is, String wanted) {
        if (!is.equals(wanted)) {
            found.add(new SourceDifference(field, is, wanted));
        }
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
