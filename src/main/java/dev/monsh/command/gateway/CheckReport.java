package dev.monsh.command.gateway;

import dev.monsh.box.Box;
import dev.monsh.cli.Invocation;
import dev.monsh.gateway.check.CheckedPort;
import dev.monsh.gateway.check.GatewayCheck;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.check.Hop;
import dev.monsh.gateway.check.SitePorts;
import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.transaction.GatewayFile;
import dev.monsh.gateway.transaction.GatewayState;
import dev.monsh.view.gateway.GatewayHostViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Follows the way to every box, and shows each hop. */
final class CheckReport {

    private final Supplier<PortProbe> outside;

    CheckReport(Supplier<PortProbe> outside) {
        this.outside = outside;
    }

    /**
     * What was seen.
     *
     * @param good whether every hop is
     * @param fresh whether nginx runs and has no mapping yet
     */
    record Seen(boolean good, boolean fresh) {}

    Seen run(Invocation call, GatewayLink link) {
        GatewayCheck check = new GatewayCheck(link.host(), outside.get(), link.publicHost());
        GatewayState state = link.transaction().state(link.path(), List.of());
        List<Hop> hops = new ArrayList<>(check.machine(state));
        boolean empty = state.file().isEmpty();
        if (hops.stream().allMatch(Hop::good)) {
            GatewayFile file = GatewayHostCommands.read(call, link).file();
            GatewayState now = link.transaction().state(link.path(), SitePorts.claims(file.bytes()));
            List<CheckedPort> mappings = SitePorts.mappings(file);
            mappings.forEach(mapping -> hops.addAll(check.mapping(now, mapping)));
            empty = mappings.isEmpty();
        }
        GatewayHostViews.hops().print(call.console(), call.format(), hops);
        boolean runs = state.complaint().isEmpty() && state.master().isPresent();
        return new Seen(hops.stream().allMatch(Hop::good), runs && empty);
    }

    /** Returns the command that makes the first mapping: of a box that the configuration has, where it has one. */
    static String firstMapping(List<Box> boxes) {
        Optional<String> known = boxes.stream()
                .filter(box -> box.tailscaleIp().isPresent())
                .map(Box::name)
                .findFirst();
        return "monsh gateway map add " + known.orElse("BOX --tailscale-ip IP");
    }
}
