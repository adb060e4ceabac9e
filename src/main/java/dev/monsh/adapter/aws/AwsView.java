package dev.monsh.adapter.aws;

import static dev.monsh.adapter.aws.AwsFailures.calling;
import static dev.monsh.adapter.aws.AwsValues.filter;

import dev.monsh.cloud.AccountView;
import dev.monsh.cloud.Disk;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.InstanceChecks;
import dev.monsh.cloud.KeyPair;
import dev.monsh.cloud.MachineImage;
import dev.monsh.cloud.Network;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Reads an account with filters rather than IDs, so that something missing is an empty answer instead of an error. */
class AwsView implements AccountView {

    private static final String TAGGED = "tag-key";

    private final Ec2Client ec2;
    private final UbuntuImages ubuntu;
    private final String region;

    AwsView(Ec2Client ec2, UbuntuImages ubuntu, String region) {
        this.ec2 = ec2;
        this.ubuntu = ubuntu;
        this.region = region;
    }

    @Override
    public final String region() {
        return region;
    }

    @Override
    public final List<Instance> gateways() {
        return instances(filter(TAGGED, GatewayTag.KEY));
    }

    @Override
    public final Optional<Instance> instance(String id) {
        return instances(filter("instance-id", id)).stream().findFirst();
    }

    @Override
    public final Optional<Instance> instanceAt(String address) {
        return instances(filter("ip-address", address)).stream().findFirst();
    }

    private List<Instance> instances(Filter filter) {
        return calling(
                "ec2:DescribeInstances",
                () -> ec2.describeInstancesPaginator(each -> each.filters(filter)).reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(AwsValues::instance)
                        .toList());
    }

    @Override
    public final List<SecurityGroup> gatewayGroups() {
        return groups(filter(TAGGED, GatewayTag.KEY));
    }

    @Override
    public final List<SecurityGroup> groups(List<String> ids) {
        return ids.isEmpty() ? List.of() : groups(filter("group-id", ids.toArray(String[]::new)));
    }

    @Override
    public final Optional<SecurityGroup> groupNamed(String name, String network) {
        return groups(filter("group-name", name), filter("vpc-id", network)).stream()
                .findFirst();
    }

    private List<SecurityGroup> groups(Filter... filters) {
        List<software.amazon.awssdk.services.ec2.model.SecurityGroup> groups = calling(
                "ec2:DescribeSecurityGroups",
                () -> ec2.describeSecurityGroupsPaginator(each -> each.filters(filters)).securityGroups().stream()
                        .toList());
        if (groups.isEmpty()) {
            return List.of();
        }
        String[] ids = groups.stream().map(each -> each.groupId()).toArray(String[]::new);
        List<SecurityGroupRule> rules = calling(
                "ec2:DescribeSecurityGroupRules",
                () -> ec2
                        .describeSecurityGroupRulesPaginator(each -> each.filters(filter("group-id", ids)))
                        .securityGroupRules()
                        .stream()
                        .toList());
        return groups.stream()
                .map(group -> AwsValues.group(group, rules.stream()))
                .toList();
    }

    @Override
    public final List<String> usersOf(String group) {
        return calling(
                "ec2:DescribeNetworkInterfaces",
                () -> ec2
                        .describeNetworkInterfacesPaginator(each -> each.filters(filter("group-id", group)))
                        .networkInterfaces()
                        .stream()
                        .map(NetworkInterface::networkInterfaceId)
                        .toList());
    }

    @Override
    public final List<ElasticAddress> addresses() {
        return calling(
                "ec2:DescribeAddresses",
                () -> ec2.describeAddresses().addresses().stream()
                        .map(AwsValues::address)
                        .toList());
    }

    @Override
    public final List<KeyPair> keyPairs() {
        return calling(
                "ec2:DescribeKeyPairs",
                () -> ec2.describeKeyPairs(each -> each.includePublicKey(true)).keyPairs().stream()
                        .map(AwsValues::key)
                        .toList());
    }

    @Override
    public final List<Disk> disks(String instance) {
        return calling(
                "ec2:DescribeVolumes",
                () -> ec2
                        .describeVolumesPaginator(each -> each.filters(filter("attachment.instance-id", instance)))
                        .volumes()
                        .stream()
                        .map(AwsValues::disk)
                        .toList());
    }

    @Override
    public final InstanceChecks checks(String instance) {
        List<InstanceStatus> statuses = calling(
                "ec2:DescribeInstanceStatus",
                () -> ec2.describeInstanceStatus(
                                each -> each.instanceIds(instance).includeAllInstances(true))
                        .instanceStatuses());
        return statuses.stream()
                .findFirst()
                .map(status -> new InstanceChecks(
                        status.systemStatus().statusAsString(),
                        status.instanceStatus().statusAsString()))
                .orElseGet(() -> new InstanceChecks("insufficient-data", "insufficient-data"));
    }

    /** What was printed last is kept at hand for instances of the Nitro kind only; of others there is the last snapshot. */
    @Override
    public final String consoleOutput(String instance) {
        String action = "ec2:GetConsoleOutput";
        GetConsoleOutputResponse answer;
        try {
            answer = ec2.getConsoleOutput(each -> each.instanceId(instance).latest(true));
        } catch (SdkException e) {
            if (!AwsFailures.code(e).equals("UnsupportedOperation")) {
                throw AwsFailures.failure(action, e);
            }
            answer = calling(action, () -> ec2.getConsoleOutput(each -> each.instanceId(instance)));
        }
        return new String(Base64.getMimeDecoder().decode(AwsValues.text(answer.output())), StandardCharsets.UTF_8);
    }

    @Override
    public final String architecture(String type) {
        String action = "ec2:DescribeInstanceTypes";
        try {
            return ec2.describeInstanceTypes(each -> each.instanceTypesWithStrings(type)).instanceTypes().stream()
                            .flatMap(each -> each.processorInfo().supportedArchitecturesAsStrings().stream())
                            .anyMatch("arm64"::equals)
                    ? "arm64"
                    : "amd64";
        } catch (SdkException e) {
            if (AwsFailures.code(e).equals("InvalidInstanceType")) {
                throw new UsageException("--type " + type, "no such instance type in " + region);
            }
            throw AwsFailures.failure(action, e);
        }
    }

    @Override
    public final MachineImage ubuntu(String architecture) {
        return ubuntu.current(architecture);
    }

    @Override
    public final Optional<MachineImage> image(String id) {
        return ubuntu.image(id);
    }

    @Override
    public final Optional<Network> defaultNetwork() {
        return calling(
                "ec2:DescribeVpcs",
                () -> ec2.describeVpcs(each -> each.filters(filter("is-default", "true"))).vpcs().stream()
                        .map(Vpc::vpcId)
                        .map(id -> new Network(id, Optional.empty()))
                        .findFirst());
    }

    @Override
    public final Optional<Network> subnet(String id) {
        return calling(
                "ec2:DescribeSubnets",
                () -> ec2.describeSubnets(each -> each.filters(filter("subnet-id", id))).subnets().stream()
                        .map(Subnet::vpcId)
                        .map(vpc -> new Network(vpc, Optional.of(id)))
                        .findFirst());
    }
}
