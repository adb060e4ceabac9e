package dev.monsh.adapter.yaml.box;

import dev.monsh.adapter.yaml.MappingReader;
import dev.monsh.adapter.yaml.PathResolver;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.NginxSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code gateway}: {@code ssh} with {@code host}, {@code port}, {@code user}, {@code identity_file}, and paths; {@code nginx} where it is not the usual one. */
final class GatewayReader {

    /** Where the stack's own manual puts the file. */
    private static final String NGINX_SITE = "/etc/nginx/sites-available/monitoring-proxy";

    private static final int HIGHEST_PORT = 65535;

    private final PathResolver paths;

    GatewayReader(PathResolver paths) {
        this.paths = paths;
    }

    /** Returns the settings; empty where a fault keeps them from being any. */
    Optional<GatewaySettings> read(MappingReader mapping) {
        Optional<MappingReader> ssh = mapping.mapping("ssh");
        Optional<String> host = ssh.flatMap(each -> each.word("host"));
        Optional<Integer> port = ssh.flatMap(each -> each.number("port", 1, HIGHEST_PORT));
        Optional<String> user = ssh.flatMap(each -> each.word("user"));
        Optional<Path> identityFile = ssh.flatMap(each -> each.path("identity_file", paths));
        ssh.ifPresent(MappingReader::finish);
        if (ssh.map(each -> !each.has("host")).orElse(!mapping.has("ssh"))) {
            mapping.fault("'gateway' has no address: add ssh: {host: …}");
        }
        String site = mapping.name("nginx_site").orElse(NGINX_SITE);
        if (!site.startsWith("/")) {
            mapping.faultAtValue("nginx_site", "'nginx_site' must be an absolute path on the gateway");
        }
        Optional<String> publicHost = mapping.word("public_host");
        if (publicHost.filter(GatewayReader::hasMore).isPresent()) {
            mapping.faultAtValue(
                    "public_host", "'public_host' must be a name or an address alone: the mappings have the ports");
        }
        NginxSettings nginx = mapping.mapping("nginx").map(GatewayReader::nginx).orElse(NginxSettings.PACKAGED);
        mapping.finish();
        return host.map(each -> new GatewaySettings(each, port, user, identityFile, site, publicHost, nginx));
    }

    /** A port, a scheme or a path; an IPv6 address has more than one colon. */
    private static boolean hasMore(String host) {
        return host.indexOf('/') >= 0 || host.matches("[^:]+:[0-9]*|\\[.*]:[0-9]*");
    }

    private static NginxSettings nginx(MappingReader nginx) {
        NginxSettings usual = NginxSettings.PACKAGED;
        Optional<String> program = nginx.name("program");
        Optional<String> prefix = absolute(nginx, "prefix");
        Optional<String> configuration = absolute(nginx, "configuration");
        Optional<String> state = absolute(nginx, "state");
        nginx.finish();
        return new NginxSettings(
                program.orElse(usual.program()), prefix, configuration, state.orElse(usual.stateFolder()));
    }

    private static Optional<String> absolute(MappingReader mapping, String key) {
        Optional<String> path = mapping.name(key);
        if (path.filter(each -> !each.startsWith("/")).isPresent()) {
            mapping.faultAtValue(key, "'" + key + "' must be an absolute path on the gateway");
        }
        return path;
    }
}
