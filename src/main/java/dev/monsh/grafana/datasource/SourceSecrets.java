package dev.monsh.grafana.datasource;

import dev.monsh.box.ClientCertificate;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.failure.FileFailure;
import dev.monsh.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What Grafana keeps encrypted of a data source. It never gives it back, so that it can be sent, but not compared.
 * Nothing is read before it is sent.
 */
final class SourceSecrets {

    static final String PASSWORD = "basicAuthPassword";
    static final String CA = "tlsCACert";
    private static final String CERTIFICATE = "tlsClientCert";
    private static final String KEY = "tlsClientKey";

    private final Endpoint endpoint;
    private final Function<Secret, SecretValue> reader;

    SourceSecrets(Endpoint endpoint, Function<Secret, SecretValue> reader) {
        this.endpoint = endpoint;
        this.reader = reader;
    }

    /** Returns the headers that Grafana is to send, by name, in a fixed order; the values stay secret. */
    static List<String> headers(Endpoint endpoint) {
        List<String> names = new ArrayList<>(new TreeMap<>(endpoint.headers()).keySet());
        if (endpoint.credential() instanceof Credential.Bearer) {
            names.add("Authorization");
        }
        return names;
    }

    /** Returns the keys that must be there. */
    static List<String> keys(Endpoint endpoint, Map<String, String> headerKeys) {
        List<String> keys = new ArrayList<>();
        if (endpoint.credential() instanceof Credential.Basic) {
            keys.add(PASSWORD);
        }
        if (endpoint.caFile().isPresent()) {
            keys.add(CA);
        }
        if (endpoint.clientCertificate().isPresent()) {
            keys.addAll(List.of(CERTIFICATE, KEY));
        }
        keys.addAll(headerKeys.values());
        return keys;
    }

    /**
     * Reads them.
     *
     * @param headerKeys the secret key of each header, by the header's name
     * @throws dev.monsh.failure.ConfigurationException where one is not there
     */
    JsonObject read(Map<String, String> headerKeys) {
        JsonObject secrets = JsonObject.EMPTY;
        if (endpoint.credential() instanceof Credential.Basic(String _, Secret password)) {
            secrets = secrets.with(PASSWORD, value(password));
        }
        if (endpoint.caFile().isPresent()) {
            secrets = secrets.with(CA, file(endpoint.caFile().get()));
        }
        if (endpoint.clientCertificate().isPresent()) {
            ClientCertificate files = endpoint.clientCertificate().get();
            secrets = secrets.with(CERTIFICATE, file(files.certificate())).with(KEY, file(files.key()));
        }
        for (Map.Entry<String, String> header : headerKeys.entrySet()) {
            secrets = secrets.with(header.getValue(), header(header.getKey()));
        }
        return secrets;
    }

    private String header(String name) {
        if (name.equals("Authorization") && endpoint.credential() instanceof Credential.Bearer(Secret token)) {
            return "Bearer " + value(token);
        }
        return endpoint.headers().getOrDefault(name, "");
    }

    private String value(Secret secret) {
        return new String(reader.apply(secret).chars());
    }

    private static String file(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw FileFailure.of("read " + file, e);
        }
    }
}
