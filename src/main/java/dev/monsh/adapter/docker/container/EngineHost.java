package dev.monsh.adapter.docker.container;

import java.net.URI;
import java.util.Map;

/**
 * The machine that the engine runs on, as it is reached from here ({@code DOCKER_HOST}, docs.docker.com "Environment
 * variables").
 *
 * @param name its host name; empty for this machine
 */
public record EngineHost(String name) {

    public static EngineHost of(Map<String, String> environment) {
        String address = environment.getOrDefault("DOCKER_HOST", "");
        if (!address.startsWith("ssh://") && !address.startsWith("tcp://") && !address.startsWith("https://")) {
            return new EngineHost("");
        }
        String host = URI.create(address).getHost();
        return new EngineHost(host == null ? "" : host);
    }

    public boolean isThisMachine() {
        return name.isEmpty();
    }

    /** Returns the URL as it is to be asked from here: another machine's published ports are on that machine. */
    URI reach(URI url) {
        boolean loopback = url.getHost().equals("127.0.0.1");
        return name.isEmpty() || !loopback
                ? url
                : URI.create("http://" + name + ":" + url.getPort() + url.getRawPath());
    }
}
