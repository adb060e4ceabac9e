package dev.monsh.cloud.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.cloud.Disk;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.InstanceChecks;
import dev.monsh.cloud.InstanceState;
import dev.monsh.cloud.RuleSource;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.cloud.ServedPort;
import dev.monsh.failure.Risk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloudAuditTest {

    private static final ElasticAddress ADDRESS =
            new ElasticAddress("eipalloc-1", "203.0.113.5", Optional.of("eipassoc-1"), Optional.of("i-1"), Map.of());

    private static Instance instance(InstanceState state, boolean tokens) {
        return new Instance(
                "i-1",
                state,
                "t3.micro",
                "ami-1",
                "vpc-1",
                Optional.empty(),
                Optional.of("203.0.113.5"),
                List.of("sg-1"),
                tokens,
                Instant.EPOCH,
                Map.of("monsh:gateway", "gateway"));
    }

    private static InboundRule rule(String protocol, int first, int last, String from) {
        return new InboundRule(
                "sgr-" + first, "sg-1", protocol, first, last, new RuleSource.Block(Cidr.parse("from", from)), "");
    }

    private static AuditedGateway seen(
            Instance instance, List<InboundRule> rules, boolean encrypted, String checks, List<ServedPort> served) {
        SecurityGroup group = new SecurityGroup("sg-1", "g", "vpc-1", rules, Map.of());
        Gateway gateway = new Gateway(
                "gateway",
                Optional.of(instance),
                List.of(),
                Optional.of(group),
                Optional.of(ADDRESS),
                Optional.empty());
        return new AuditedGateway(
                gateway,
                List.of(instance),
                List.of(group),
                List.of(),
                List.of(new Disk("vol-1", "gp3", 8, encrypted)),
                Optional.of(new InstanceChecks(checks, "ok")),
                List.of(ADDRESS),
                Optional.of("203.0.113.5"),
                Optional.of(served));
    }

    private static List<String> checks(AuditedGateway seen) {
        return CloudAudit.findings(seen).stream().map(CloudFinding::check).toList();
    }

    @Test
    void aSafeGatewayHasNoFindings() {
        List<InboundRule> rules = List.of(rule("tcp", 22, 22, "198.51.100.7"), rule("tcp", 9091, 9091, "0.0.0.0/0"));
        AuditedGateway seen = seen(
                instance(InstanceState.RUNNING, true),
                rules,
                true,
                "ok",
                List.of(new ServedPort(9091, 9091, "Prometheus of aibox-2")));
        assertThat(CloudAudit.findings(seen)).isEmpty();
    }

    @Test
    void rulesAreJudgedBesideTheMappings() {
        List<InboundRule> rules = List.of(
                rule("tcp", 22, 22, "::/0"),
                rule("all", 0, 65535, "0.0.0.0/0"),
                rule("udp", 41641, 41641, "0.0.0.0/0"),
                rule("tcp", 9000, 9100, "10.0.0.0/8"),
                rule("tcp", 8080, 8080, "0.0.0.0/0"));
        AuditedGateway seen = seen(instance(InstanceState.RUNNING, true), rules, true, "ok", List.of());
        assertThat(checks(seen))
                .containsExactlyInAnyOrder(
                        "ssh-open-to-the-world", "everything-open", "udp-open", "range-open", "open-without-mapping");
    }

    @Test
    void aMappingThatNobodyCanReachIsHigh() {
        AuditedGateway seen = seen(
                instance(InstanceState.RUNNING, true),
                List.of(),
                true,
                "ok",
                List.of(new ServedPort(3101, 3101, "Loki of aibox-2")));
        assertThat(CloudAudit.findings(seen)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Risk.HIGH);
            assertThat(finding.remedy()).isEqualTo(new CloudNextStep.Open(3101));
        });
    }

    @Test
    void theMachineItselfIsLookedAt() {
        AuditedGateway seen = seen(instance(InstanceState.STOPPED, false), List.of(), false, "impaired", List.of());
        assertThat(checks(seen))
                .containsExactlyInAnyOrder("not-running", "metadata-v1", "checks-failed", "disk-not-encrypted");
    }
}
