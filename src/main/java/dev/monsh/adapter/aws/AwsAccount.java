package dev.monsh.adapter.aws;

import static dev.monsh.adapter.aws.AwsFailures.calling;
import static dev.monsh.adapter.aws.AwsValues.specification;

import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.NewInstance;
import dev.monsh.cloud.RuleSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.VolumeType;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Changes an account, one thing per call. */
final class AwsAccount extends AwsView implements CloudAccount {

    /** A container or a proxied request can't reach the metadata service: its answers live for one hop. */
    private static final int METADATA_HOPS = 1;

    private static final Set<String> NO_SUCH_RULE =
            Set.of("InvalidPermission.NotFound", "InvalidSecurityGroupRuleId.NotFound");

    private final Ec2Client ec2;
    private final SdkHttpClient http;

    AwsAccount(
            Ec2Client ec2,
            Supplier<SsmClient> ssm,
            SdkHttpClient http,
            String region,
            Optional<String> imageParameter) {
        super(ec2, new UbuntuImages(ec2, ssm, imageParameter), region);
        this.ec2 = ec2;
        this.http = http;
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        calling(
                "ec2:CreateTags",
                () -> ec2.createTags(each -> each.resources(id).tags(AwsValues.tags(tags))));
    }

    @Override
    public String createGroup(String name, String network, String description, Map<String, String> tags) {
        return calling(
                "ec2:CreateSecurityGroup",
                () -> ec2.createSecurityGroup(each -> each.groupName(name)
                                .vpcId(network)
                                .description(description)
                                .tagSpecifications(specification(ResourceType.SECURITY_GROUP, tags)))
                        .groupId());
    }

    @Override
    public void allow(InboundRule rule, Map<String, String> tags) {
        String action = "ec2:AuthorizeSecurityGroupIngress";
        AuthorizeSecurityGroupIngressRequest.Builder request = AuthorizeSecurityGroupIngressRequest.builder()
                .groupId(rule.group())
                .ipPermissions(permission(rule));
        if (!tags.isEmpty()) {
            request.tagSpecifications(specification(ResourceType.SECURITY_GROUP_RULE, tags));
        }
        try {
            ec2.authorizeSecurityGroupIngress(request.build());
        } catch (SdkException e) {
            if (!AwsFailures.code(e).equals("InvalidPermission.Duplicate")) {
                throw AwsFailures.failure(action, e);
            }
        }
    }

    private static IpPermission permission(InboundRule rule) {
        String block = rule.source().text();
        IpPermission.Builder permission = IpPermission.builder()
                .ipProtocol(rule.protocol())
                .fromPort(rule.first())
                .toPort(rule.last());
        if (rule.source() instanceof RuleSource.Block own && own.cidr().isIpv6()) {
            permission.ipv6Ranges(Ipv6Range.builder()
                    .cidrIpv6(block)
                    .description(rule.description())
                    .build());
        } else {
            permission.ipRanges(IpRange.builder()
                    .cidrIp(block)
                    .description(rule.description())
                    .build());
        }
        return permission.build();
    }

    @Override
    public void describe(InboundRule rule, String description) {
        SecurityGroupRuleRequest.Builder changed = SecurityGroupRuleRequest.builder()
                .ipProtocol(rule.protocol())
                .fromPort(rule.first())
                .toPort(rule.last())
                .description(description);
        if (rule.source() instanceof RuleSource.Block own && own.cidr().isIpv6()) {
            changed.cidrIpv6(rule.source().text());
        } else {
            changed.cidrIpv4(rule.source().text());
        }
        SecurityGroupRuleUpdate update = SecurityGroupRuleUpdate.builder()
                .securityGroupRuleId(rule.id())
                .securityGroupRule(changed.build())
                .build();
        calling(
                "ec2:ModifySecurityGroupRules",
                () -> ec2.modifySecurityGroupRules(
                        each -> each.groupId(rule.group()).securityGroupRules(update)));
    }

    @Override
    public void revoke(InboundRule rule) {
        try {
            ec2.revokeSecurityGroupIngress(each -> each.groupId(rule.group()).securityGroupRuleIds(rule.id()));
        } catch (SdkException e) {
            if (!NO_SUCH_RULE.contains(AwsFailures.code(e))) {
                throw AwsFailures.failure("ec2:RevokeSecurityGroupIngress", e);
            }
        }
    }

    @Override
    public void deleteGroup(String id) {
        calling("ec2:DeleteSecurityGroup", () -> ec2.deleteSecurityGroup(each -> each.groupId(id)));
    }

    @Override
    public void importKey(String name, String publicKey, Map<String, String> tags) {
        calling(
                "ec2:ImportKeyPair",
                () -> ec2.importKeyPair(each -> each.keyName(name)
                        .publicKeyMaterial(SdkBytes.fromUtf8String(publicKey))
                        .tagSpecifications(specification(ResourceType.KEY_PAIR, tags))));
    }

    @Override
    public void deleteKey(String name) {
        calling("ec2:DeleteKeyPair", () -> ec2.deleteKeyPair(each -> each.keyName(name)));
    }

    @Override
    public Instance run(NewInstance wanted) {
        RunInstancesRequest.Builder request = RunInstancesRequest.builder()
                .instanceType(wanted.type())
                .imageId(wanted.image().id())
                .keyName(wanted.keyName())
                .securityGroupIds(wanted.group())
                .minCount(1)
                .maxCount(1)
                .clientToken(wanted.token())
                .metadataOptions(
                        each -> each.httpTokens(HttpTokensState.REQUIRED).httpPutResponseHopLimit(METADATA_HOPS))
                .blockDeviceMappings(disk(wanted))
                .tagSpecifications(
                        specification(ResourceType.INSTANCE, wanted.tags()),
                        specification(ResourceType.VOLUME, wanted.tags()));
        wanted.network().subnet().ifPresent(request::subnetId);
        return calling(
                "ec2:RunInstances",
                () -> AwsValues.instance(
                        ec2.runInstances(request.build()).instances().getFirst()));
    }

    private static BlockDeviceMapping disk(NewInstance wanted) {
        return BlockDeviceMapping.builder()
                .deviceName(wanted.image().rootDevice())
                .ebs(each -> each.encrypted(true)
                        .volumeType(VolumeType.GP3)
                        .volumeSize(wanted.image().gibibytes())
                        .deleteOnTermination(true))
                .build();
    }

    @Override
    public void start(String instance) {
        calling("ec2:StartInstances", () -> ec2.startInstances(each -> each.instanceIds(instance)));
    }

    @Override
    public void terminate(String instance) {
        calling("ec2:TerminateInstances", () -> ec2.terminateInstances(each -> each.instanceIds(instance)));
    }

    @Override
    public void allocate(Map<String, String> tags) {
        calling(
                "ec2:AllocateAddress",
                () -> ec2.allocateAddress(each ->
                        each.domain(DomainType.VPC).tagSpecifications(specification(ResourceType.ELASTIC_IP, tags))));
    }

    @Override
    public void associate(ElasticAddress address, String instance) {
        calling(
                "ec2:AssociateAddress",
                () -> ec2.associateAddress(each ->
                        each.allocationId(address.id()).instanceId(instance).allowReassociation(false)));
    }

    @Override
    public void disassociate(ElasticAddress address) {
        address.association()
                .ifPresent(association -> calling(
                        "ec2:DisassociateAddress",
                        () -> ec2.disassociateAddress(each -> each.associationId(association))));
    }

    @Override
    public void release(ElasticAddress address) {
        calling("ec2:ReleaseAddress", () -> ec2.releaseAddress(each -> each.allocationId(address.id())));
    }

    @Override
    public void close() {
        ec2.close();
        http.close();
    }
}
