package dev.monsh.gateway.map;

import dev.monsh.gateway.ServiceAddress;
import dev.monsh.gateway.site.GatewaySite;

/**
 * Makes changes of mappings. Each touches its own blocks only, which is proved on the tree; nothing is written. All methods
 * throw {@link dev.monsh.failure.ConflictException} where something is in the way, with the place of it,
 * {@link dev.monsh.failure.UsageException} where there is nothing to change, and
 * {@link dev.monsh.failure.ConfigurationException} where the file has a place that can't be edited.
 */
public final class MappingEditor {

    private final GatewaySite site;

    public MappingEditor(GatewaySite site) {
        this.site = site;
    }

    /** Adds the blocks for Prometheus and Loki of a box. */
    public MappingChange add(NewMapping mapping) {
        return new MappingAddition(site, mapping).change();
    }

    /** Lets a public port lead to another address. */
    public MappingChange set(int port, ServiceAddress target) {
        return new TargetChange(site, port, target).change();
    }

    /** Gives a mapping another public port. */
    public MappingChange move(int port, int newPort) {
        return new PortMove(site, port, newPort).change();
    }

    /** Removes what a public port leads to. */
    public MappingChange remove(int port) {
        return new MappingRemoval(site).ofPort(port);
    }

    /** Removes all mappings of a box. */
    public MappingChange removeBox(String box) {
        return new MappingRemoval(site).ofBox(box);
    }
}
