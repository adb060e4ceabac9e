package dev.monsh.command.gateway;

import dev.monsh.across.onboard.Firewall;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.Option;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.PartialException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.PortMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The security group's part of a change of mappings: new ports are opened after it, those that serve nothing any more closed. */
final class FirewallChange {

    static final Option.Flag OPEN = Option.flag("open", "open and close the ports in the EC2 security group as well");

    private final Invocation call;
    private final Firewalls firewalls;

    FirewallChange(Invocation call, Firewalls firewalls, boolean local) {
        this.call = call;
        this.firewalls = firewalls;
        if (call.get(OPEN) && local) {
            throw new UsageException(call.commandName(), "--open cannot be combined with --file");
        }
    }

    /** Makes the change by its review, and the security group's with it where that is wanted. */
    ExitCode around(MappingChange change, Supplier<ExitCode> review) {
        Map<Integer, String> before = labels(change.before());
        Map<Integer, String> after = labels(change.before().with(change.after()));
        List<Integer> opened = after.keySet().stream()
                .filter(port -> !before.containsKey(port))
                .toList();
        List<Integer> closed = before.keySet().stream()
                .filter(port -> !after.containsKey(port))
                .toList();
        if (call.get(OPEN)) {
            return wanted(opened, closed, after, review);
        }
        ExitCode end = review.get();
        boolean concerns = end == ExitCode.DONE
                && !call.globals().dryRun()
                && !(opened.isEmpty() && closed.isEmpty())
                && call.canAsk()
                && !call.globals().yes();
        if (concerns) {
            offer(opened, closed, after);
        }
        return end;
    }

    private static Map<Integer, String> labels(GatewaySite site) {
        Map<Integer, String> labels = new LinkedHashMap<>();
        for (PortMapping mapping : site.mappings()) {
            String service = mapping.serviceTitle().isEmpty() ? "a port" : mapping.serviceTitle();
            labels.putIfAbsent(
                    mapping.publicPort(),
                    mapping.box().map(box -> service + " of " + box).orElse(service));
        }
        return labels;
    }

    private ExitCode wanted(
            List<Integer> opened, List<Integer> closed, Map<Integer, String> labels, Supplier<ExitCode> review) {
        try (Firewall firewall = firewalls
                .open(call.globals())
                .orElseThrow(() -> new UsageException(
                        call.commandName() + " --open",
                        "the configuration has no aws, so the security group is not known",
                        "monsh ec2 adopt INSTANCE"))) {
            List<Integer> toOpen = firewall.closed(opened);
            List<Integer> toClose = firewall.open(closed);
            tell(firewall, toOpen, toClose);
            ExitCode end = review.get();
            if (end == ExitCode.DONE && !call.globals().dryRun()) {
                apply(firewall, toOpen, toClose, labels);
            }
            return end;
        }
    }

    private void offer(List<Integer> opened, List<Integer> closed, Map<Integer, String> labels) {
        Optional<Firewall> found = firewalls.open(call.globals());
        if (found.isEmpty()) {
            return;
        }
        try (Firewall firewall = found.get()) {
            List<Integer> toOpen = firewall.closed(opened);
            List<Integer> toClose = firewall.open(closed);
            if (toOpen.isEmpty() && toClose.isEmpty()) {
                return;
            }
            tell(firewall, toOpen, toClose);
            if (call.confirms("change the security group as well?")) {
                apply(firewall, toOpen, toClose, labels);
            }
        } catch (PartialException e) {
            throw e;
        } catch (MonshException e) {
            // the mapping was the task, and it is done
            call.console().warn(e.what() + ": " + e.why());
        }
    }

    private void tell(Firewall firewall, List<Integer> toOpen, List<Integer> toClose) {
        toOpen.forEach(port -> call.console().note(firewall.name() + ": open port " + port + " to everyone"));
        toClose.forEach(port -> call.console().note(firewall.name() + ": close port " + port));
    }

    private void apply(Firewall firewall, List<Integer> toOpen, List<Integer> toClose, Map<Integer, String> labels) {
        try {
            toOpen.forEach(port -> firewall.open(List.of(port), labels.getOrDefault(port, "port " + port)));
            if (!toClose.isEmpty()) {
                firewall.close(toClose);
            }
        } catch (MonshException e) {
            throw new PartialException(
                    e.what(),
                    e.why() + "; the mapping itself was changed",
                    new NextStep.Text(
                            toOpen.isEmpty() ? "monsh ec2 close " + words(toClose) : "monsh ec2 open " + words(toOpen)),
                    e);
        }
        if (!(toOpen.isEmpty() && toClose.isEmpty())) {
            call.console().note("the security group has the change");
        }
    }

    private static String words(List<Integer> ports) {
        return String.join(" ", ports.stream().map(String::valueOf).toList());
    }
}
