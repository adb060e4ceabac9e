package dev.monsh.adapter.aws;

import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.Disk;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.InstanceState;
import dev.monsh.cloud.KeyPair;
import dev.monsh.cloud.MachineImage;
import dev.monsh.cloud.RuleSource;
import dev.monsh.cloud.SecurityGroup;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataEndpointState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Turns the SDK's values into ours, and ours into the SDK's. What the SDK has as null is absent in ours. */
final class AwsValues {

    private static final String EVERY_PROTOCOL = "-1";
    private static final String DEFAULT_ROOT = "/dev/sda1";

    /** What Ubuntu's images have, for an image that does not tell. */
    private static final int USUAL_GIBIBYTES = 8;

    private AwsValues() {}

    static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    static TagSpecification specification(ResourceType type, Map<String, String> tags) {
        return TagSpecification.builder().resourceType(type).tags(tags(tags)).build();
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .toList();
    }

    private static Map<String, String> tags(List<Tag> tags) {
        Map<String, String> read = new HashMap<>();
        tags.forEach(tag -> read.put(tag.key(), tag.value()));
        return read;
    }

    static dev.monsh.cloud.Instance instance(Instance instance) {
        InstanceMetadataOptionsResponse metadata = instance.metadataOptions();
        boolean requiresTokens = metadata != null
                && (metadata.httpTokens() == HttpTokensState.REQUIRED
                        || metadata.httpEndpoint() == InstanceMetadataEndpointState.DISABLED);
        return new dev.monsh.cloud.Instance(
                instance.instanceId(),
                InstanceState.of(
                        instance.state() == null ? "" : text(instance.state().nameAsString())),
                text(instance.instanceTypeAsString()),
                text(instance.imageId()),
                text(instance.vpcId()),
                some(instance.keyName()),
                some(instance.publicIpAddress()),
                instance.securityGroups().stream().map(GroupIdentifier::groupId).toList(),
                requiresTokens,
                instance.launchTime() == null ? Instant.EPOCH : instance.launchTime(),
                tags(instance.tags()));
    }

    static SecurityGroup group(
            software.amazon.awssdk.services.ec2.model.SecurityGroup group, Stream<SecurityGroupRule> rules) {
        return new SecurityGroup(
                group.groupId(),
                text(group.groupName()),
                text(group.vpcId()),
                rules.filter(rule -> group.groupId().equals(rule.groupId()))
                        .filter(rule -> !Boolean.TRUE.equals(rule.isEgress()))
                        .map(AwsValues::rule)
                        .toList(),
                tags(group.tags()));
    }

    private static InboundRule rule(SecurityGroupRule rule) {
        boolean everything = EVERY_PROTOCOL.equals(rule.ipProtocol());
        return new InboundRule(
                text(rule.securityGroupRuleId()),
                text(rule.groupId()),
                everything ? "all" : text(rule.ipProtocol()),
                everything ? 0 : port(rule.fromPort(), 0),
                everything ? InboundRule.HIGHEST_PORT : port(rule.toPort(), InboundRule.HIGHEST_PORT),
                source(rule),
                text(rule.description()));
    }

    private static int port(@Nullable Integer port, int all) {
        return port == null || port < 0 ? all : port;
    }

    /** A block that EC2 has in another spelling than its own would not be EC2's; it is shown as it is. */
    private static RuleSource source(SecurityGroupRule rule) {
        String block = some(rule.cidrIpv4()).or(() -> some(rule.cidrIpv6())).orElse("");
        if (!block.isEmpty()) {
            return Cidr.of(block).<RuleSource>map(RuleSource.Block::new).orElseGet(() -> new RuleSource.Named(block));
        }
        return new RuleSource.Named(some(rule.prefixListId())
                .or(() -> Optional.ofNullable(rule.referencedGroupInfo()).map(each -> text(each.groupId())))
                .orElse("unknown"));
    }

    static ElasticAddress address(Address address) {
        return new ElasticAddress(
                text(address.allocationId()),
                text(address.publicIp()),
                some(address.associationId()),
                some(address.instanceId()),
                tags(address.tags()));
    }

    static KeyPair key(KeyPairInfo key) {
        return new KeyPair(text(key.keyPairId()), text(key.keyName()), some(key.publicKey()), tags(key.tags()));
    }

    static Disk disk(Volume volume) {
        return new Disk(
                volume.volumeId(),
                text(volume.volumeTypeAsString()),
                volume.size() == null ? 0 : volume.size(),
                Boolean.TRUE.equals(volume.encrypted()));
    }

    static MachineImage image(Image image) {
        String root = some(image.rootDeviceName()).orElse(DEFAULT_ROOT);
        int size = image.blockDeviceMappings().stream()
                .filter(mapping -> root.equals(mapping.deviceName()) && mapping.ebs() != null)
                .map(mapping -> mapping.ebs().volumeSize())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(USUAL_GIBIBYTES);
        return new MachineImage(image.imageId(), text(image.name()), root, size);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Optional<String> some(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isEmpty());
    }
}
