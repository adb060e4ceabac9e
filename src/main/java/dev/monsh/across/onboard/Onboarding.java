package dev.monsh.across.onboard;

import dev.monsh.box.Box;
import dev.monsh.box.BoxName;
import dev.monsh.box.BoxNextStep;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Server;
import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.step.Sight;
import dev.monsh.step.Step;
import dev.monsh.tailnet.AddressCheck;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.tailnet.TailnetNextStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that add a box: configuration, tailnet, gateway, security group, Grafana, and the proof. */
public final class Onboarding {

    private final PlannedBox box;
    private final Places places;
    private final JournalStore journals;

    /**
     * Prepares the steps of a box.
     *
     * @param tailscaleIp the address that the user gave
     * @throws UsageException where the name can't be a box's
     */
    public Onboarding(String name, Optional<String> tailscaleIp, Places places, JournalStore journals) {
        if (!BoxName.isUsable(name)) {
            throw new UsageException("box '" + name + "'", "a box's name " + BoxName.RULE);
        }
        this.box = new PlannedBox(name, tailscaleIp, journals.read(name), places);
        this.places = places;
        this.journals = journals;
    }

    /** Returns the steps in their order. Nothing is looked at yet. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(
                "configuration",
                this::configuration,
                () -> places.boxes().add(planned()).make()));
        steps.add(Step.check("tailnet", this::peer));
        steps.add(Step.of("mapping", this::mapping, this::map));
        steps.add(Step.of("security group", this::firewall, this::openFirewall));
        steps.addAll(new GrafanaSteps(box, places).onboarding());
        return steps;
    }

    /** Returns the steps that prove it: they change nothing, and come last. */
    public List<Step> proof() {
        return new Proof(box, places).steps();
    }

    /**
     * Keeps what is decided, so that a run that is killed is gone on with. Where the gateway can't tell the ports they are
     * left open.
     */
    public void begin(String step) {
        BoxPortsKnown known = BoxPortsKnown.of(box);
        journals.write(new Journal(box.name(), known.address(), known.prometheus(), known.loki(), step));
    }

    /** Forgets the run: it is finished. */
    public void end() {
        journals.remove(box.name());
    }

    private Box planned() {
        return new Box(
                box.name(),
                Optional.empty(),
                Map.of(
                        Server.PROMETHEUS, box.endpoint(Server.PROMETHEUS),
                        Server.LOKI, box.endpoint(Server.LOKI)),
                Optional.of(box.address().text()));
    }

    private Sight configuration() {
        Optional<Box> known = box.configured();
        if (known.isEmpty()) {
            return new Sight.Wrong("add " + box.name() + " at " + box.address().text() + ", ports " + box.ports());
        }
        String address = box.address().text();
        Optional<String> other = known.get().tailscaleIp().filter(each -> !each.equalsIgnoreCase(address));
        if (other.isPresent()) {
            throw new ConflictException(
                    "box " + box.name(),
                    "its tailscale_ip in the configuration is " + other.get() + ", not " + address,
                    new BoxNextStep.Show(box.name()));
        }
        return new Sight.Right(box.name() + " is there");
    }

    private Sight peer() {
        Optional<Tailnet> tailnet = places.tailnet();
        if (tailnet.isEmpty()) {
            return new Sight.NotConfigured("Tailscale is not running on this machine or the gateway");
        }
        String address = box.address().text();
        List<String> warnings = new AddressCheck(tailnet.get()).warnings(box.name(), address);
        if (!warnings.isEmpty()) {
            throw new RejectedException(
                    "peer " + address, String.join("; ", warnings), new TailnetNextStep.ShowPeer(box.name()));
        }
        return new Sight.Right(address + " is online");
    }

    private Sight mapping() {
        Optional<GatewayHost> gateway = places.gateway();
        if (gateway.isEmpty()) {
            return new Sight.NotConfigured("no gateway is configured");
        }
        List<PortMapping> mappings = PlannedBox.mappings(gateway.get(), box.name());
        if (mappings.isEmpty()) {
            return new Sight.Wrong(
                    "map ports " + box.ports() + " to " + box.address().text());
        }
        for (PortMapping mapping : mappings) {
            requireAddress(mapping, box.address());
        }
        BoxPorts ports = box.mapped()
                .orElseThrow(() -> new ConflictException(
                        "box " + box.name(),
                        "only port " + mappings.getFirst().publicPort() + " leads to it, and both Prometheus and Loki"
                                + " are needed",
                        new GatewayNextStep.ListMappings()));
        return new Sight.Right("ports " + ports + " lead to " + box.address().text());
    }

    private static void requireAddress(PortMapping mapping, TailnetAddress address) {
        if (!mapping.target().text().startsWith(address.host() + ":")) {
            throw new ConflictException(
                    "port " + mapping.publicPort(),
                    "it leads to " + mapping.target().text() + ", not to " + address.text(),
                    new GatewayNextStep.SetTarget(
                            mapping.publicPort(),
                            Optional.of(address.host()),
                            mapping.target().onlyPort()));
        }
    }

    private void map() {
        places.gateway().orElseThrow().apply(box.addition());
    }

    private Sight firewall() {
        Optional<Firewall> firewall = places.firewall();
        Optional<GatewaySettings> gateway = box.configuration().gateway();
        if (firewall.isEmpty() || gateway.isEmpty()) {
            return new Sight.NotConfigured("AWS is not configured");
        }
        List<Integer> closed = firewall.get().closed(box.ports().list());
        return closed.isEmpty()
                ? new Sight.Right("ports " + box.ports() + " are open in "
                        + firewall.get().name())
                : new Sight.Wrong("open " + closed + " in " + firewall.get().name());
    }

    private void openFirewall() {
        Firewall firewall = places.firewall().orElseThrow();
        firewall.open(firewall.closed(box.ports().list()), box.name());
    }
}
