package dev.monsh.adapter.yaml.box;

import dev.monsh.adapter.yaml.MappingReader;
import dev.monsh.adapter.yaml.PathResolver;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.box.ClientCertificate;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.ServerUrl;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the address of one server: {@code url}, and {@code username} with {@code password_env|file|command} or
 * {@code token_env|file|command}, {@code headers}, {@code ca_file}, {@code cert_file} with {@code key_file}.
 */
final class EndpointReader {

    private final PathResolver paths;

    EndpointReader(PathResolver paths) {
        this.paths = paths;
    }

    /** Returns the endpoint; empty where a fault keeps it from being one. */
    Optional<Endpoint> read(MappingReader mapping) {
        Optional<URI> url = url(mapping);
        Credential credential = credential(mapping);
        Map<String, String> headers =
                mapping.mapping("headers").map(EndpointReader::headers).orElse(Map.of());
        Optional<Path> caFile = mapping.path("ca_file", paths);
        Optional<ClientCertificate> certificate = certificate(mapping);
        mapping.finish();
        return url.map(each -> new Endpoint(each, credential, headers, caFile, certificate));
    }

    private static Optional<URI> url(MappingReader mapping) {
        if (!mapping.has("url")) {
            mapping.fault("no 'url' here: add one such as url: \"http://localhost:9090\"");
            return Optional.empty();
        }
        Optional<String> text = mapping.text("url");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (ServerUrl.parse(text.get())) {
            case ServerUrl.Usable(URI url) -> Optional.of(url);
            case ServerUrl.Unusable(String reason) -> {
                mapping.faultAtValue("url", reason);
                yield Optional.empty();
            }
        };
    }

    private Credential credential(MappingReader mapping) {
        Optional<String> username = mapping.text("username");
        Optional<Secret> password = secret(mapping, "password");
        Optional<Secret> token = secret(mapping, "token");
        if (token.isPresent() && (username.isPresent() || password.isPresent())) {
            mapping.fault("both a token and a username with password are given: keep one of them");
        }
        if (username.isPresent() && password.isEmpty() && token.isEmpty() && !mapping.has("password")) {
            mapping.faultAtKey(
                    "username", "'username' has no password: add password_env, password_file or password_command");
        }
        if (password.isPresent() && !mapping.has("username")) {
            mapping.fault("a password is given without 'username'");
        }
        if (token.isPresent()) {
            return new Credential.Bearer(token.get());
        }
        return username.isPresent() && password.isPresent()
                ? new Credential.Basic(username.get(), password.get())
                : new Credential.None();
    }

    private Optional<Secret> secret(MappingReader mapping, String stem) {
        List<Secret> found = new ArrayList<>();
        mapping.text(stem + "_env").map(Secret.FromEnvironment::new).ifPresent(found::add);
        mapping.path(stem + "_file", paths).map(Secret.FromFile::new).ifPresent(found::add);
        mapping.text(stem + "_command").map(Secret.FromCommand::new).ifPresent(found::add);
        String forms = stem + "_env, " + stem + "_file or " + stem + "_command";
        if (mapping.has(stem)) {
            mapping.faultAtKey(stem, "a " + stem + " in clear text is not allowed: remove it and use " + forms);
        }
        if (found.size() > 1) {
            mapping.fault("the " + stem + " is given more than once: keep one of " + forms);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private static Map<String, String> headers(MappingReader mapping) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            Optional<String> name = mapping.name(entry);
            Optional<String> value = name.flatMap(mapping::text);
            if (name.isPresent() && value.isPresent() && isUsable(mapping, entry, name.get(), value.get())) {
                headers.put(name.get(), value.get());
            }
        }
        return headers;
    }

    private static boolean isUsable(MappingReader mapping, YamlNode.Entry entry, String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "authorization", "proxy-authorization", "cookie" -> {
                mapping.faultAt(
                        entry.key(),
                        "the header " + name + " contains a secret, which is not allowed in clear text: "
                                + "use token_env, token_file or token_command next to 'headers'");
                return false;
            }
            default -> {
                // any other header is sent as it stands
            }
        }
        if (name.isEmpty() || !name.chars().allMatch(EndpointReader::isToken)) {
            mapping.faultAt(entry.key(), "this is not an HTTP header name: use letters, digits and '-'");
            return false;
        }
        if (!value.chars().allMatch(each -> each == '\t' || (each >= ' ' && each < 0x7F))) {
            mapping.faultAt(entry.value(), "the header " + name + " may only contain printable ASCII");
            return false;
        }
        return true;
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isToken(int each) {
        return (each >= '0' && each <= '9')
                || (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || "!#$%&'*+-.^_`|~".indexOf(each) >= 0;
    }

    private Optional<ClientCertificate> certificate(MappingReader mapping) {
        Optional<Path> certificate = mapping.path("cert_file", paths);
        Optional<Path> key = mapping.path("key_file", paths);
        if (mapping.has("cert_file") != mapping.has("key_file")) {
            String present = mapping.has("cert_file") ? "cert_file" : "key_file";
            String absent = mapping.has("cert_file") ? "key_file" : "cert_file";
            mapping.faultAtKey(present, "'" + present + "' needs '" + absent + "' next to it");
        }
        return certificate.flatMap(chain -> key.map(each -> new ClientCertificate(chain, each)));
    }
}
