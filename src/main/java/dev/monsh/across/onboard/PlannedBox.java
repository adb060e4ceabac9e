package dev.monsh.across.onboard;

import dev.monsh.across.PublicEndpoints;
import dev.monsh.box.Box;
import dev.monsh.box.BoxNextStep;
import dev.monsh.box.Configuration;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Server;
import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.map.MappingEditor;
import dev.monsh.gateway.map.NewMapping;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.tailnet.Peer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a box before anything is done: its address in the tailnet and its public ports. Each is looked for
 * where it may be known already, so that a second run decides the same.
 */
final class PlannedBox {

    private final String name;
    private final Optional<String> given;
    private final Optional<Journal> journal;
    private final Places places;
    private @Nullable BoxPorts ports;

    PlannedBox(String name, Optional<String> given, Optional<Journal> journal, Places places) {
        this.name = name;
        this.given = given;
        this.journal = journal;
        this.places = places;
    }

    String name() {
        return name;
    }

    Configuration configuration() {
        return places.boxes().load();
    }

    Optional<Box> configured() {
        return Optional.ofNullable(configuration().boxes().get(name));
    }

    /**
     * Returns the address in the tailnet: the one that is given, else that of the configuration, of an unfinished run, or
     * of the machine of this name.
     *
     * @throws UsageException where there is none of them
     */
    TailnetAddress address() {
        Optional<String> known = given.or(() -> configured().flatMap(Box::tailscaleIp))
                .or(() -> journal.map(Journal::address).filter(each -> !each.isEmpty()))
                .or(this::ofTailnet);
        return TailnetAddress.parse("tailscale_ip", known.orElseThrow(this::noAddress));
    }

    private Optional<String> ofTailnet() {
        List<Peer> found = places.tailnet()
                .map(net ->
                        net.peers().stream().filter(peer -> peer.hasName(name)).toList())
                .orElse(List.of());
        return found.size() == 1 ? found.getFirst().mainAddress() : Optional.empty();
    }

    private UsageException noAddress() {
        return new UsageException(
                "box " + name,
                "its tailnet address is unknown: it is not in the configuration, and no machine in the tailnet has this"
                        + " name",
                new OnboardNextStep.GiveAddress());
    }

    /** Returns the gateway's public name or address. */
    String publicHost() {
        GatewaySettings gateway = configuration()
                .gateway()
                .orElseThrow(() -> new ConfigurationException(
                        List.of(new Problem("box " + name, 0, 0, "no gateway is configured")),
                        new BoxNextStep.FindConfiguration()));
        return gateway.publicHost().orElse(gateway.host());
    }

    /** Returns the mappings of the box on the gateway. */
    static List<PortMapping> mappings(GatewayHost host, String box) {
        return host.readOrNew().mappings().stream()
                .filter(each -> each.box().filter(box::equals).isPresent())
                .toList();
    }

    /** Returns the public ports: those that are mapped, else configured, else of an unfinished run, else free ones. */
    BoxPorts ports() {
        BoxPorts known = ports;
        if (known == null) {
            known = mapped().or(this::ofConfiguration).orElseGet(this::free);
            ports = known;
        }
        return known;
    }

    /** Returns the ports that the gateway has for it. */
    Optional<BoxPorts> mapped() {
        return places.gateway().flatMap(host -> {
            List<PortMapping> mappings = mappings(host, name);
            Optional<Integer> prometheus = port(mappings, Server.PROMETHEUS);
            Optional<Integer> loki = port(mappings, Server.LOKI);
            return prometheus.flatMap(one -> loki.map(other -> new BoxPorts(one, other)));
        });
    }

    private static Optional<Integer> port(List<PortMapping> mappings, Server server) {
        return mappings.stream()
                .filter(each -> each.service().filter(server::equals).isPresent())
                .map(PortMapping::publicPort)
                .findFirst();
    }

    /** Returns the ports that the configuration has for it on the gateway. */
    Optional<BoxPorts> ofConfiguration() {
        PublicEndpoints known = new PublicEndpoints(configuration().gateway(), List::of);
        return configured()
                .flatMap(box -> known.configured(box, Server.PROMETHEUS)
                        .flatMap(one -> known.configured(box, Server.LOKI)
                                .filter(other ->
                                        one.url().getPort() > 0 && other.url().getPort() > 0)
                                .map(other -> new BoxPorts(
                                        one.url().getPort(), other.url().getPort()))));
    }

    private BoxPorts free() {
        MappingChange change = addition(journal.flatMap(Journal::prometheusPort), journal.flatMap(Journal::lokiPort));
        return new BoxPorts(change.ports().getFirst(), change.ports().getLast());
    }

    /** Returns the change that maps the box to its ports. */
    MappingChange addition() {
        return addition(Optional.of(ports().prometheus()), Optional.of(ports().loki()));
    }

    private MappingChange addition(Optional<Integer> prometheus, Optional<Integer> loki) {
        GatewaySite site = places.gateway().map(GatewayHost::readOrNew).orElseThrow(this::noGateway);
        return new MappingEditor(site).add(new NewMapping(name, address(), prometheus, loki));
    }

    private ConfigurationException noGateway() {
        return new ConfigurationException(
                List.of(new Problem(
                        "box " + name,
                        0,
                        0,
                        "its public ports are unknown: no gateway is configured, and the configuration has no"
                                + " public address for it")),
                new BoxNextStep.FindConfiguration());
    }

    /** Returns the public address of one of its servers, with the credential that is configured for it. */
    Endpoint endpoint(Server server) {
        PublicEndpoints known = new PublicEndpoints(configuration().gateway(), List::of);
        Optional<Endpoint> configured = configured().flatMap(box -> known.configured(box, server));
        return configured.orElseGet(() -> {
            int port = server == Server.LOKI ? ports().loki() : ports().prometheus();
            String host = publicHost();
            String bracketed = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
            return Endpoint.of(URI.create("http://" + bracketed + ":" + port).toString());
        });
    }
}
