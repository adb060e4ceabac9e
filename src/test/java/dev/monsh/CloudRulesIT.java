package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.cloud.CloudLab;
import dev.monsh.testing.cloud.Moto;
import dev.monsh.testing.cloud.StrictEc2;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports, the audit and AWS's refusals, on an EC2 that is moto and as strict as AWS. */
@LongRunning
class CloudRulesIT {

    private static final String MAPPINGS = """
            server { listen 9090; server_name gw; location / { proxy_pass http://100.64.0.7:9090; } }
            server { listen 3100; server_name gw; location / { proxy_pass http://100.64.0.7:3100; } }
            """;

    private static @Nullable CloudLab lab;

    @TempDir
    private Path folder;

    private Launched monsh;

    @BeforeAll
    static void startLab(@TempDir Path shared) {
        lab = CloudLab.start(shared);
    }

    @AfterAll
    static void stopLab() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void prepare() {
        lab.ec2().reset();
        monsh = lab.user(folder);
    }

    /** Makes a gateway as monsh would find one that somebody made by hand, and returns its security group. */
    private String gateway(String tokens) {
        Moto moto = lab.moto();
        String network = Moto.texts(moto.call("DescribeVpcs"), "vpcId").getFirst();
        String group = Moto.texts(
                        moto.call(
                                "CreateSecurityGroup",
                                "GroupName",
                                "hand-made",
                                "GroupDescription",
                                "by hand",
                                "VpcId",
                                network),
                        "groupId")
                .getFirst();
        String run = moto.call(
                "RunInstances",
                "ImageId",
                moto.image(),
                "MinCount",
                "1",
                "MaxCount",
                "1",
                "InstanceType",
                "t3.micro",
                "SecurityGroupId.1",
                group,
                "MetadataOptions.HttpTokens",
                tokens);
        moto.call(
                "CreateTags",
                "ResourceId.1",
                Moto.texts(run, "instanceId").getFirst(),
                "Tag.1.Key",
                "monsh:gateway",
                "Tag.1.Value",
                "gateway");
        return group;
    }

    private void allow(String group, String protocol, int first, int last, String from) {
        lab.moto()
                .call(
                        "AuthorizeSecurityGroupIngress",
                        "GroupId",
                        group,
                        "IpPermissions.1.IpProtocol",
                        protocol,
                        "IpPermissions.1.FromPort",
                        String.valueOf(first),
                        "IpPermissions.1.ToPort",
                        String.valueOf(last),
                        "IpPermissions.1.IpRanges.1.CidrIp",
                        from,
                        "IpPermissions.1.IpRanges.1.Description",
                        "somebody's");
    }

    private List<String> open(String group) {
        String rules =
                lab.moto().call("DescribeSecurityGroupRules", "Filter.1.Name", "group-id", "Filter.1.Value.1", group);
        return Moto.texts(rules, "cidrIpv4");
    }

    @Test
    void aRuleThatExistsInAnotherSpellingIsNotDoubled() {
        String group = gateway("required");
        allow(group, "tcp", 9091, 9091, "10.1.2.3/8");
        int before = open(group).size();

        Ended opened = monsh.run("ec2", "open", "9091", "--from", "10.200.0.1/8", "--yes");
        assertThat(opened.code()).describedAs(opened.toString()).isZero();
        assertThat(opened.out()).startsWith("already\t9091\t10.0.0.0/8\tsomebody's");
        assertThat(open(group)).hasSize(before);
        assertThat(lab.ec2().changes()).isEmpty();
    }

    @Test
    void portsOpenWithTheNameOfTheirBoxAndCloseAgain() {
        monsh.configuration("""
                gateway: {ssh: {host: gw.example}, public_host: gw.example}
                boxes:
                  aibox-2: {prometheus: {url: "http://gw.example:9091"}, loki: {url: "http://gw.example:3101"}}
                """);
        String group = gateway("required");
        assertThat(monsh.run("ec2", "open", "9091").code()).isEqualTo(2);
        assertThat(monsh.run("ec2", "open", "22", "--yes").code()).isEqualTo(2);
        assertThat(lab.ec2().changes()).isEmpty();

        Ended opened = monsh.run("ec2", "open", "9091", "3101", "--yes");
        assertThat(opened.code()).describedAs(opened.toString()).isZero();
        assertThat(opened.out())
                .contains("open\t9091\t0.0.0.0/0\tmonsh: Prometheus of aibox-2", "monsh: Loki of aibox-2");
        Ended again = monsh.run("ec2", "open", "9091", "3101", "--yes");
        assertThat(again.err()).contains("nothing to change");

        Ended status = monsh.run("ec2", "status", "--no-gateway");
        assertThat(status.out()).contains("rule tcp 9091\t0.0.0.0/0\tmonsh: Prometheus of aibox-2");

        assertThat(monsh.run("ec2", "close", "9091", "3101", "--yes").code()).isZero();
        assertThat(monsh.run("ec2", "close", "9091", "--yes").err()).contains("nothing to change");
        allow(group, "tcp", 9000, 9100, "0.0.0.0/0");
        Ended range = monsh.run("ec2", "close", "9091", "--yes");
        assertThat(range.code()).isEqualTo(7);
        assertThat(range.err()).contains("opens ports 9000-9100");
    }

    @Test
    void theAuditFindsWhatIsPlanted() {
        String group = gateway("optional");
        allow(group, "tcp", 22, 22, "0.0.0.0/0");
        allow(group, "tcp", 8080, 8080, "0.0.0.0/0");
        allow(group, "tcp", 9000, 9080, "10.0.0.0/8");
        allow(group, "udp", 53, 53, "0.0.0.0/0");
        allow(group, "-1", -1, -1, "198.51.100.0/24");
        allow(group, "tcp", 3100, 3100, "203.0.113.0/24");
        lab.moto().call("AllocateAddress", "Domain", "vpc");
        lab.moto()
                .call(
                        "CreateSecurityGroup",
                        "GroupName",
                        "left-over",
                        "GroupDescription",
                        "x",
                        "TagSpecification.1.ResourceType",
                        "security-group",
                        "TagSpecification.1.Tag.1.Key",
                        "monsh:gateway",
                        "TagSpecification.1.Tag.1.Value",
                        "former");
        monsh.configuration("gateway: {ssh: {host: 203.0.113.99}, public_host: 203.0.113.99}\n");
        monsh.file("site", MAPPINGS.replace("9090;", "9095;"));

        Ended audit = monsh.run("ec2", "audit", "--file", "site", "--name", "gateway");
        assertThat(audit.code()).describedAs(audit.toString()).isEqualTo(1);
        assertThat(audit.lines().stream().map(line -> line.split("\t")[1]))
                .contains(
                        "ssh-open-to-the-world",
                        "metadata-v1",
                        "other-address-configured",
                        "open-without-mapping",
                        "range-open",
                        "everything-open",
                        "disk-not-encrypted",
                        "no-elastic-ip",
                        "udp-open",
                        "unused-address",
                        "unused-group");
        assertThat(audit.lines().getFirst()).startsWith("high\t");
    }

    @Test
    void aMappingThatNoRuleOpensIsFound() {
        gateway("required");
        monsh.file("site", MAPPINGS);
        Ended audit = monsh.run("ec2", "audit", "--file", "site", "-o", "json");
        assertThat(audit.code()).isEqualTo(1);
        assertThat(audit.out())
                .contains("\"check\":\"mapping-not-open\"", "monsh ec2 open 9090", "monsh ec2 open 3100");
    }

    @Test
    void whatAwsRefusesIsNamed() {
        lab.ec2().intervene(new StrictEc2.Intervention() {
            @Override
            public Optional<StrictEc2.Answer> before(String action) {
                return action.equals("CreateSecurityGroup")
                        ? Optional.of(
                                StrictEc2.Answer.error(
                                        403,
                                        "UnauthorizedOperation",
                                        "You are not authorized to perform this operation. Encoded authorization failure message: xyz"))
                        : Optional.empty();
            }
        });
        Ended refused = monsh.run("ec2", "launch", "--yes", "--no-wait", "--ssh-from", "198.51.100.7");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .contains("ec2:CreateSecurityGroup: AWS denied access: You are not authorized")
                .doesNotContain("xyz");

        lab.ec2().intervene(new StrictEc2.Intervention() {
            @Override
            public Optional<StrictEc2.Answer> before(String action) {
                return Optional.of(StrictEc2.Answer.error(400, "RequestExpired", "Request has expired."));
            }
        });
        Ended expired = monsh.run("ec2", "status", "--no-gateway");
        assertThat(expired.code()).isEqualTo(4);
        assertThat(expired.err()).contains("the credentials have expired");
    }

    @Test
    void throttlingIsRetried() {
        gateway("required");
        AtomicInteger refusals = new AtomicInteger(2);
        lab.ec2().intervene(new StrictEc2.Intervention() {
            @Override
            public Optional<StrictEc2.Answer> before(String action) {
                return refusals.getAndDecrement() > 0
                        ? Optional.of(StrictEc2.Answer.error(503, "RequestLimitExceeded", "Request limit exceeded."))
                        : Optional.empty();
            }
        });
        Ended status = monsh.run("ec2", "status", "--no-gateway");
        assertThat(status.code()).describedAs(status.toString()).isZero();
        assertThat(refusals.get()).isNegative();
    }

    @Test
    void whatIsMissingOnThisSideIsSaidPlainly() {
        Ended credentials = monsh.without("AWS_ACCESS_KEY_ID")
                .without("AWS_SECRET_ACCESS_KEY")
                .run("ec2", "status");
        assertThat(credentials.code()).describedAs(credentials.toString()).isEqualTo(4);
        assertThat(credentials.err()).contains("no credentials found");

        Ended region = monsh.without("AWS_REGION").run("ec2", "status");
        assertThat(region.code()).describedAs(region.toString()).isEqualTo(2);
        assertThat(region.err()).contains("no region is set");

        Ended nobody = monsh.with("AWS_ENDPOINT_URL", "http://127.0.0.1:1").run("ec2", "status");
        assertThat(nobody.code()).describedAs(nobody.toString()).isEqualTo(3);

        Ended nothing = monsh.run("ec2", "status");
        assertThat(nothing.code()).describedAs(nothing.toString()).isEqualTo(2);
        assertThat(nothing.err()).contains("try: monsh ec2 launch --dry-run");
    }

    @Test
    void theUsersOwnAddressIsAskedOfTheConfiguredService() {
        monsh.configuration("aws: {region: us-east-1, address_service: \"http://127.0.0.1:1/\"}\n");
        Ended unknown = monsh.run("ec2", "launch", "--dry-run", "--no-wait");
        assertThat(unknown.code()).describedAs(unknown.toString()).isEqualTo(3);
        assertThat(unknown.err()).contains("your own address", "--ssh-from");
    }
}
