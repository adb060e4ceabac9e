package dev.monsh.cloud.audit;

import static dev.monsh.failure.Risk.HIGH;
import static dev.monsh.failure.Risk.LOW;
import static dev.monsh.failure.Risk.MEDIUM;

import dev.monsh.cloud.AccountView;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.cloud.Disk;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.InstanceState;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.cloud.ServedPort;
import dev.monsh.failure.NextStep;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks over a gateway in EC2. Severities follow AWS Security Hub's controls where it has one: EC2.13 for SSH that is
 * open to everyone and EC2.8 for version 1 of the metadata service are high, EC2.3 for disks that are not encrypted is
 * medium, EC2.12 for addresses that nothing uses is low.
 */
public final class CloudAudit {

    private CloudAudit() {}

    /** Collects what is looked at. */
    public static AuditedGateway look(
            AccountView account, Gateway gateway, Optional<String> configuredHost, Optional<List<ServedPort>> served) {
        Optional<Instance> instance = gateway.instance();
        List<SecurityGroup> groups =
                instance.map(each -> account.groups(each.groups())).orElseGet(List::of);
        List<Instance> tagged = account.gateways().stream()
                .filter(each -> !each.state().isOver())
                .toList();
        return new AuditedGateway(
                gateway,
                tagged,
                groups,
                account.gatewayGroups().stream()
                        .filter(group -> account.usersOf(group.id()).isEmpty())
                        .toList(),
                instance.map(each -> account.disks(each.id())).orElseGet(List::of),
                instance.filter(each -> each.state() == InstanceState.RUNNING).map(each -> account.checks(each.id())),
                account.addresses(),
                configuredHost,
                served);
    }

    /** Returns what was found, the worst first. */
    public static List<CloudFinding> findings(AuditedGateway seen) {
        return Stream.of(
                        new RuleAudit(seen.groups(), seen.served()).findings(),
                        machine(seen),
                        disks(seen.disks()),
                        address(seen),
                        leftovers(seen))
                .flatMap(findings -> findings)
                .sorted(Comparator.comparing(CloudFinding::severity))
                .toList();
    }

    private static Stream<CloudFinding> machine(AuditedGateway seen) {
        if (seen.gateway().instance().isEmpty()) {
            return Stream.of(new CloudFinding(
                    HIGH,
                    "no-instance",
                    seen.gateway().name(),
                    "the gateway has no instance",
                    new CloudNextStep.Launch(seen.gateway().name())));
        }
        Instance instance = seen.gateway().instance().get();
        Stream.Builder<CloudFinding> found = Stream.builder();
        if (instance.state() != InstanceState.RUNNING) {
            found.add(new CloudFinding(
                    HIGH,
                    "not-running",
                    instance.id(),
                    "the instance is " + instance.state().word(),
                    new CloudNextStep.Launch(seen.gateway().name())));
        }
        if (!instance.requiresTokens()) {
            found.add(new CloudFinding(
                    HIGH,
                    "metadata-v1",
                    instance.id(),
                    "its metadata service answers requests without a token, which an attacker can send through a proxy",
                    new NextStep.Text("aws ec2 modify-instance-metadata-options --http-tokens required --instance-id "
                            + instance.id())));
        }
        seen.checks()
                .filter(each -> each.impaired())
                .ifPresent(checks -> found.add(new CloudFinding(
                        HIGH,
                        "checks-failed",
                        instance.id(),
                        "EC2's checks: system " + checks.system() + ", instance " + checks.instance(),
                        new NextStep.Text("stop and start the instance; a reboot does not move it to another host"))));
        return found.build();
    }

    private static Stream<CloudFinding> disks(List<Disk> disks) {
        return disks.stream()
                .filter(disk -> !disk.encrypted())
                .map(disk -> new CloudFinding(
                        MEDIUM,
                        "disk-not-encrypted",
                        disk.id(),
                        disk.gibibytes() + " GiB " + disk.type() + ", not encrypted",
                        new NextStep.Text(
                                "launch a new gateway, or replace the disk with an encrypted copy of its snapshot")));
    }

    private static Stream<CloudFinding> address(AuditedGateway seen) {
        Stream.Builder<CloudFinding> found = Stream.builder();
        Optional<String> address = seen.gateway().publicAddress();
        if (seen.gateway().instance().isPresent() && !seen.gateway().isReachable()) {
            found.add(new CloudFinding(
                    MEDIUM,
                    "no-elastic-ip",
                    seen.gateway().instance().get().id(),
                    "its address " + address.map(each -> each + " ").orElse("") + "changes when it is stopped",
                    new CloudNextStep.Launch(seen.gateway().name())));
        }
        seen.configuredHost()
                .filter(host -> host.matches("[0-9.]+"))
                .filter(host -> address.isPresent() && !address.get().equals(host))
                .ifPresent(host -> found.add(new CloudFinding(
                        HIGH,
                        "other-address-configured",
                        host,
                        "the configuration has gateway " + host + ", and the instance has " + address.orElse(""),
                        new CloudNextStep.Launch(seen.gateway().name()))));
        return found.build();
    }

    private static Stream<CloudFinding> leftovers(AuditedGateway seen) {
        Stream<CloudFinding> addresses = seen.addresses().stream()
                .filter(each -> each.association().isEmpty())
                .map(each -> unused(each));
        Stream<CloudFinding> groups = seen.unusedGroups().stream()
                .map(group -> new CloudFinding(
                        LOW,
                        "unused-group",
                        group.id(),
                        "security group " + group.name() + " is tagged for a gateway, but nothing uses it",
                        new NextStep.Text("aws ec2 delete-security-group --group-id " + group.id())));
        Stream<CloudFinding> others = seen.tagged().stream()
                .filter(each ->
                        !each.gateway().equals(Optional.of(seen.gateway().name())))
                .map(each -> new CloudFinding(
                        LOW,
                        "other-gateway",
                        each.id(),
                        "gateway " + each.gateway().orElse("") + " is in this region as well and costs money",
                        new CloudNextStep.SeeStatus(each.gateway().orElse(""))));
        return Stream.of(addresses, groups, others).flatMap(each -> each);
    }

    private static CloudFinding unused(ElasticAddress address) {
        return new CloudFinding(
                LOW,
                "unused-address",
                address.id(),
                address.address() + " is not in use and costs money by the hour",
                new NextStep.Text("aws ec2 release-address --allocation-id " + address.id()));
    }
}
