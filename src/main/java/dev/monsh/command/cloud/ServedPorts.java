package dev.monsh.command.cloud;

import dev.monsh.box.Box;
import dev.monsh.box.Configuration;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Server;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.Option;
import dev.monsh.cloud.ServedPort;
import dev.monsh.command.Boxes;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.site.PortMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which ports the gateway's nginx answers on, and for which box. */
final class ServedPorts {

    static final Option.Single<Path> FILE =
            Option.file("file", "FILE", "read the mappings from this local file instead of the gateway");

    static final Option.Flag NO_GATEWAY = Option.flag("no-gateway", "do not read the gateway's mappings over SSH");

    private final Boxes boxes;
    private final GatewayHosts hosts;

    ServedPorts(Boxes boxes, GatewayHosts hosts) {
        this.boxes = boxes;
        this.hosts = hosts;
    }

    /** Returns the mappings; empty, with a warning, where the gateway can't be asked. */
    Optional<List<ServedPort>> ask(Invocation call) {
        Optional<Path> file = call.get(FILE);
        if (call.get(NO_GATEWAY)) {
            if (file.isPresent()) {
                throw new UsageException("--file", "cannot be combined with --no-gateway");
            }
            return Optional.empty();
        }
        if (file.isPresent()) {
            return Optional.of(read(hosts.local(file.get(), call.globals())));
        }
        try {
            return Optional.of(read(hosts.remote(call.globals(), _ -> {})));
        } catch (ConfigurationException e) {
            throw e;
        } catch (MonshException e) {
            call.console().warn("the gateway's mappings can't be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<ServedPort> read(GatewayHost host) {
        try (host) {
            return host.readOrNew().mappings().stream().map(ServedPorts::served).toList();
        }
    }

    private static ServedPort served(PortMapping mapping) {
        String service = mapping.serviceTitle();
        String label = mapping.box()
                .map(box -> (service.isEmpty() ? "a port" : service) + " of " + box)
                .orElseGet(() -> (service + " " + mapping.target().text()).strip());
        return new ServedPort(mapping.ports().first(), mapping.ports().last(), label);
    }

    /**
     * Returns what a port serves by the configuration alone: the box one of whose servers is reached over it.
     *
     * @param address the gateway's
     */
    Optional<String> configured(int port, Optional<String> address, GlobalOptions options) {
        Configuration configuration = boxes.store(options).load();
        Optional<String> host = configuration.gateway().flatMap(GatewaySettings::publicHost);
        for (Box box : configuration.boxes().values()) {
            for (Map.Entry<Server, Endpoint> entry : box.endpoints().entrySet()) {
                URI url = entry.getValue().url();
                Optional<String> own = Optional.of(url.getHost());
                if (url.getPort() == port && (own.equals(host) || own.equals(address))) {
                    return Optional.of(entry.getKey().title() + " of " + box.name());
                }
            }
        }
        return Optional.empty();
    }
}
