package dev.monsh.across.drift;

import dev.monsh.across.PublicEndpoints;
import dev.monsh.across.onboard.Firewall;
import dev.monsh.across.onboard.Places;
import dev.monsh.box.Box;
import dev.monsh.box.BoxNextStep;
import dev.monsh.box.Configuration;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Server;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.stack.drift.Drift;
import dev.monsh.stack.drift.DriftKind;
import dev.monsh.tailnet.AddressCheck;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.tailnet.TailnetNextStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Compares every place that is configured with the configuration and with the gateway's mappings. */
public final class DriftSearch {

    private final Places places;
    private final Configuration configuration;
    private boolean compared;

    /** Takes the places; what is not configured is not compared. */
    public DriftSearch(Places places) {
        this.places = places;
        this.configuration = places.boxes().load();
    }

    /**
     * Returns what does not agree.
     *
     * @param stacks the folders of the stacks of this machine
     * @param stack looks at one of them
     */
    public List<Disagreement> find(List<Path> stacks, Function<Path, List<Drift>> stack) {
        List<Disagreement> found = new ArrayList<>();
        List<PortMapping> mappings = new ArrayList<>();
        look(
                "mapping",
                found,
                () -> places.gateway().map(host -> {
                    mappings.addAll(host.readOrNew().mappings());
                    return mappings(mappings);
                }));
        look(
                "tailnet",
                found,
                () -> places.tailnet().filter(_ -> hasAddresses()).map(this::tailnet));
        look("security group", found, () -> places.firewall().map(firewall -> firewall(firewall, mappings)));
        look(
                "grafana",
                found,
                () -> places.grafana()
                        .map(grafana -> new GrafanaDrift(grafana, places::secret, configuration)
                                .find(new PublicEndpoints(configuration.gateway(), () -> mappings))));
        for (Path folder : stacks) {
            look(
                    "stack",
                    found,
                    () -> Optional.of(
                            stack.apply(folder).stream().map(DriftSearch::stack).toList()));
        }
        return found;
    }

    /** Tells whether there was a place to compare, or to try to. */
    public boolean hasCompared() {
        return compared;
    }

    private boolean hasAddresses() {
        return configuration.boxes().values().stream()
                .anyMatch(box -> box.tailscaleIp().isPresent());
    }

    /** Looks at a place, which is empty where it is not configured. */
    private void look(String place, List<Disagreement> found, Supplier<Optional<List<Disagreement>>> looking) {
        try {
            Optional<List<Disagreement>> seen = looking.get();
            compared |= seen.isPresent();
            seen.ifPresent(found::addAll);
        } catch (InterruptedByUserException e) {
            throw e;
        } catch (MonshException e) {
            found.add(Disagreement.unread(place, e));
        }
    }

    private List<Disagreement> mappings(List<PortMapping> mappings) {
        List<Disagreement> found = new ArrayList<>();
        PublicEndpoints known = new PublicEndpoints(configuration.gateway(), List::of);
        for (Box box : configuration.boxes().values()) {
            for (Server server : PublicEndpoints.SERVERS) {
                known.configured(box, server)
                        .filter(endpoint -> atGateway(known, endpoint))
                        .ifPresent(endpoint -> found.addAll(mapping(box, server, endpoint, mappings)));
            }
        }
        for (PortMapping mapping : mappings) {
            mapping.box()
                    .filter(name -> !configuration.boxes().containsKey(name))
                    .ifPresent(name -> found.add(Disagreement.of(
                            "mapping",
                            "port " + mapping.publicPort(),
                            "leads to " + name,
                            "a box in the configuration",
                            new BoxNextStep.Onboard(name))));
        }
        return found;
    }

    private static boolean atGateway(PublicEndpoints known, Endpoint endpoint) {
        return known.host().filter(endpoint.url().getHost()::equalsIgnoreCase).isPresent();
    }

    private static List<Disagreement> mapping(Box box, Server server, Endpoint endpoint, List<PortMapping> mappings) {
        int port = endpoint.url().getPort();
        Optional<PortMapping> mapping =
                mappings.stream().filter(each -> each.ports().contains(port)).findFirst();
        String subject = box.name() + " " + server.title();
        if (mapping.isEmpty()) {
            return List.of(Disagreement.of(
                    "mapping",
                    subject,
                    "the gateway has no port " + port,
                    "port " + port + " in the configuration",
                    new BoxNextStep.Onboard(box.name())));
        }
        String target = mapping.get().target().text();
        Optional<String> other = box.tailscaleIp().filter(ip -> !target.startsWith(ip + ":"));
        return other.map(ip -> List.of(Disagreement.of(
                        "mapping",
                        subject,
                        "port " + port + " leads to " + target,
                        ip + ", its tailscale_ip",
                        new GatewayNextStep.SetTarget(
                                port, Optional.of(ip), mapping.get().target().onlyPort()))))
                .orElse(List.of());
    }

    private List<Disagreement> tailnet(Tailnet tailnet) {
        List<Disagreement> found = new ArrayList<>();
        for (Box box : configuration.boxes().values()) {
            for (String ip : box.tailscaleIp().stream().toList()) {
                for (String warning : new AddressCheck(tailnet).warnings(box.name(), ip)) {
                    found.add(Disagreement.of(
                            "tailnet",
                            box.name(),
                            warning,
                            ip + ", its tailscale_ip",
                            new TailnetNextStep.ListPeers()));
                }
            }
        }
        return found;
    }

    private static List<Disagreement> firewall(Firewall firewall, List<PortMapping> mappings) {
        List<Integer> ports = mappings.stream()
                .filter(each -> each.ports().isSingle())
                .map(PortMapping::publicPort)
                .distinct()
                .toList();
        return firewall.closed(ports).stream()
                .map(port -> Disagreement.of(
                        "security group",
                        "port " + port,
                        "closed in " + firewall.name(),
                        "open, because the gateway maps it",
                        new CloudNextStep.Open(port)))
                .toList();
    }

    private static Disagreement stack(Drift drift) {
        boolean unread = drift.kind() == DriftKind.UNREADABLE;
        return new Disagreement(
                "stack",
                drift.service() + " " + drift.kind().word(),
                drift.running(),
                unread ? "" : drift.declared(),
                Optional.of(drift.next()));
    }
}
