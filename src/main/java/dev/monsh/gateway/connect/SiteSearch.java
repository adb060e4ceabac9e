package dev.monsh.gateway.connect;

import dev.monsh.box.Box;
import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.gateway.site.ConfigurationDump;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Target;
import dev.monsh.gateway.transaction.ConfigurationFiles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the file with the mappings among those that nginx reads. */
public final class SiteSearch {

    private static final String NOWHERE = "/dev/null/monsh";

    private final ConfigurationFiles files;
    private final List<Box> boxes;

    /** Takes what nginx reads, and the boxes whose addresses the mappings lead to. */
    public SiteSearch(ConfigurationFiles files, List<Box> boxes) {
        this.files = files;
        this.boxes = List.copyOf(boxes);
    }

    /**
     * Returns the files, links resolved, that lead ports to a Prometheus or a Loki or into the tailnet, in nginx's order; none
     * where none does, or nginx's configuration is broken.
     */
    public List<String> found() {
        Set<String> found = new LinkedHashSet<>();
        for (PortMapping mapping : mappings()) {
            if (mapping.service().isPresent() || leadsIntoTailnet(mapping.target())) {
                found.add(files.real(mapping.file()));
            }
        }
        return List.copyOf(found);
    }

    private List<PortMapping> mappings() {
        try {
            return new ConfigurationDump(files.dump().toArray())
                    .site(NOWHERE, NOWHERE, new byte[0], boxes, Optional.empty())
                    .mappings();
        } catch (ConfigurationException e) {
            // nginx reads what monsh does not; whoever knows the file can name it
            return List.of();
        }
    }

    private static boolean leadsIntoTailnet(Target target) {
        return switch (target) {
            case Target.Address address -> isOfTailnet(address.host());
            case Target.Group group -> group.members().stream().anyMatch(each -> isOfTailnet(each.host()));
            case Target.Dynamic _, Target.Other _ -> false;
        };
    }

    private static boolean isOfTailnet(String host) {
        return TailnetAddress.of(host.replaceAll("[\\[\\]]", ""))
                .filter(TailnetAddress::isOfTailnet)
                .isPresent();
    }
}
