package dev.monsh.across.onboard;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.MappingEditor;
import dev.monsh.step.Sight;
import dev.monsh.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps that take a box out again, in the reverse order of {@link Onboarding}, so that its ports stay known. */
public final class Offboarding {

    private final PlannedBox box;
    private final Places places;
    private final JournalStore journals;
    private final Optional<Journal> journal;

    @SuppressWarnings("NullableOptional") // null until it was asked for; empty is an answer
    private @Nullable Optional<BoxPorts> ports;

    /** Prepares the steps of a box. */
    public Offboarding(String name, Places places, JournalStore journals) {
        this.journal = journals.read(name);
        this.box = new PlannedBox(name, Optional.empty(), journal, places);
        this.places = places;
        this.journals = journals;
    }

    /** Returns the steps in their order. Nothing is looked at yet. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(new GrafanaSteps(box, places).offboarding());
        steps.add(Step.of("security group", this::firewall, this::closeFirewall));
        steps.add(Step.of("mapping", this::mapping, this::unmap));
        steps.add(Step.of("configuration", this::configuration, this::forget));
        return steps;
    }

    /** Keeps the ports, which nothing else tells once the mapping is gone. */
    public void begin(String step) {
        Optional<BoxPorts> known = Optional.empty();
        try {
            known = ports();
        } catch (MonshException e) {
            // the step that needs the gateway says so
        }
        journals.write(new Journal(box.name(), "", known.map(BoxPorts::prometheus), known.map(BoxPorts::loki), step));
    }

    /** Forgets the run: it is finished. */
    public void end() {
        journals.remove(box.name());
    }

    /** The same in all steps: what tells the ports is removed on the way. */
    private Optional<BoxPorts> ports() {
        Optional<BoxPorts> known = ports;
        if (known == null) {
            known = found();
            ports = known;
        }
        return known;
    }

    private Optional<BoxPorts> found() {
        return box.mapped()
                .or(box::ofConfiguration)
                .or(() -> journal.flatMap(kept ->
                        kept.prometheusPort().flatMap(one -> kept.lokiPort().map(other -> new BoxPorts(one, other)))));
    }

    private Sight firewall() {
        Optional<Firewall> firewall = places.firewall();
        if (firewall.isEmpty()) {
            return new Sight.NotConfigured("no aws is configured");
        }
        List<Integer> open = firewall.get().open(ports().map(BoxPorts::list).orElse(List.of()));
        return open.isEmpty()
                ? new Sight.Right("no port of it is open in " + firewall.get().name())
                : new Sight.Wrong("close " + open + " in " + firewall.get().name());
    }

    private void closeFirewall() {
        Firewall firewall = places.firewall().orElseThrow();
        firewall.close(firewall.open(ports().map(BoxPorts::list).orElse(List.of())));
    }

    private Sight mapping() {
        Optional<GatewayHost> gateway = places.gateway();
        if (gateway.isEmpty()) {
            return new Sight.NotConfigured("no gateway is configured");
        }
        List<Integer> left = PlannedBox.mappings(gateway.get(), box.name()).stream()
                .map(each -> each.publicPort())
                .toList();
        return left.isEmpty()
                ? new Sight.Right("no port leads to it")
                : new Sight.Wrong("remove the mapping of " + left);
    }

    private void unmap() {
        GatewayHost host = places.gateway().orElseThrow();
        host.apply(new MappingEditor(host.read()).removeBox(box.name()));
    }

    /** The configuration tells which mappings are the box's, so it is removed last. */
    private void forget() {
        if (mapping() instanceof Sight.Wrong) {
            throw new ConflictException(
                    "box " + box.name(), "it stays in the configuration until its mapping is removed");
        }
        places.boxes().remove(box.name()).make();
    }

    private Sight configuration() {
        return box.configured().isEmpty()
                ? new Sight.Right("not in the configuration")
                : new Sight.Wrong("remove " + box.name());
    }
}
