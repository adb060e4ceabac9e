package dev.monsh.cloud.audit;

import static dev.monsh.failure.Risk.HIGH;
import static dev.monsh.failure.Risk.MEDIUM;

import dev.monsh.cloud.CloudNextStep;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.cloud.ServedPort;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Risk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges the rules of security groups beside the ports that nginx answers on. */
final class RuleAudit {

    private static final int SSH = 22;

    private final List<InboundRule> rules;
    private final Optional<List<ServedPort>> served;

    RuleAudit(List<SecurityGroup> groups, Optional<List<ServedPort>> served) {
        this.rules = groups.stream().flatMap(group -> group.rules().stream()).toList();
        this.served = served;
    }

    Stream<CloudFinding> findings() {
        return Stream.concat(
                rules.stream().flatMap(this::ofRule), served.stream().flatMap(this::closed));
    }

    private Stream<CloudFinding> ofRule(InboundRule rule) {
        boolean world = rule.source().isWorld();
        if (rule.isEverything()) {
            return Stream.of(new CloudFinding(
                    world ? HIGH : MEDIUM,
                    "everything-open",
                    place(rule),
                    "every port and protocol is open to " + rule.source().text(),
                    new CloudNextStep.OpenRequired()));
        }
        if (rule.opens(SSH) && world) {
            return Stream.of(new CloudFinding(
                    HIGH,
                    "ssh-open-to-the-world",
                    place(rule),
                    "port 22 is open to " + rule.source().text(),
                    new CloudNextStep.OpenToMyself(SSH)));
        }
        if (!rule.isTcp()) {
            return rule.protocol().equals("udp") && world ? Stream.of(udp(rule)) : Stream.empty();
        }
        return rule.opens(SSH) && rule.first() == rule.last() ? Stream.empty() : ofPorts(rule);
    }

    /** Tailscale's own port may be open to everyone: it makes direct connections possible, and answers nobody else. */
    private static CloudFinding udp(InboundRule rule) {
        return new CloudFinding(
                Risk.LOW,
                "udp-open",
                place(rule),
                "UDP " + rule.ports() + " is open to " + rule.source().text(),
                new NextStep.Text("remove it unless it is Tailscale's 41641"));
    }

    private Stream<CloudFinding> ofPorts(InboundRule rule) {
        if (served.isEmpty()) {
            return Stream.empty();
        }
        if (rule.first() != rule.last()) {
            long used = served.get().stream()
                    .filter(port -> port.first() <= rule.last() && rule.first() <= port.last())
                    .count();
            return Stream.of(new CloudFinding(
                    MEDIUM,
                    "range-open",
                    place(rule),
                    "ports " + rule.ports() + " are open to " + rule.source().text() + ", but nginx serves " + used
                            + " of them",
                    new CloudNextStep.OpenSingle()));
        }
        boolean mapped = served.get().stream().anyMatch(port -> port.covers(rule.first()));
        return mapped
                ? Stream.empty()
                : Stream.of(new CloudFinding(
                        MEDIUM,
                        "open-without-mapping",
                        place(rule),
                        "port " + rule.first() + " is open to " + rule.source().text() + ", but nginx does not map it",
                        new CloudNextStep.Close(rule.first())));
    }

    /** The other way round: what nginx serves and nobody can reach. */
    private Stream<CloudFinding> closed(List<ServedPort> ports) {
        return ports.stream()
                .filter(port -> rules.stream().noneMatch(rule -> rule.opens(port.first())))
                .map(port -> new CloudFinding(
                        HIGH,
                        "mapping-not-open",
                        "port " + port.first(),
                        "nginx serves " + port.label() + " there, but no rule opens it",
                        new CloudNextStep.Open(port.first())));
    }

    private static String place(InboundRule rule) {
        return rule.id().isEmpty() ? rule.group() : rule.id();
    }
}
