package dev.monsh.box;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One server's HTTP address and what is needed to talk to it.
 *
 * @param url the base; a path, where there is one, is kept in front of the API's paths
 * @param headers sent with every request, for instance {@code X-Scope-OrgID}
 * @param caFile PEM certificates to trust instead of the JDK's
 */
public record Endpoint(
        URI url,
        Credential credential,
        Map<String, String> headers,
        Optional<Path> caFile,
        Optional<ClientCertificate> clientCertificate) {

    public Endpoint {
        headers = Map.copyOf(headers);
    }

    /** Returns an address that needs nothing but its URL. */
    public static Endpoint of(String url) {
        return new Endpoint(URI.create(url), new Credential.None(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** Returns the same server under another URL, with the same credential, headers and certificates. */
    public Endpoint withUrl(URI other) {
        return new Endpoint(other, credential, headers, caFile, clientCertificate);
    }

    /**
     * Returns the endpoint under a URL that the user gave in place of the configured one. A credential and a client
     * certificate were given for one origin, so under another one they stay behind; headers and trust are kept.
     */
    public Endpoint movedTo(URI other) {
        return ServerUrl.sameOrigin(url, other)
                ? withUrl(other)
                : new Endpoint(other, new Credential.None(), headers, caFile, Optional.empty());
    }
}
