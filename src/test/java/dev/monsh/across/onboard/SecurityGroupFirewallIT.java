package dev.monsh.across.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.aws.AwsAccounts;
import dev.monsh.box.AwsSettings;
import dev.monsh.testing.cloud.CloudLab;
import dev.monsh.testing.cloud.Moto;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The firewall of a box's ports, against an EC2 that moto plays. */
class SecurityGroupFirewallIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void logIn() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void logOut() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void portsAreOpenedOnceAndClosedAgain() {
        try (CloudLab lab = CloudLab.start(folder)) {
            String group = Moto.texts(
                            lab.moto().call("CreateSecurityGroup", "GroupName", "gw", "GroupDescription", "gateway"),
                            "groupId")
                    .getFirst();
            AwsSettings settings = new AwsSettings(
                    Optional.of("us-east-1"),
                    Optional.empty(),
                    Optional.of(group),
                    Optional.of(URI.create(lab.ec2().url())),
                    Optional.empty(),
                    Optional.empty());
            try (SecurityGroupFirewall firewall =
                    new SecurityGroupFirewall(new AwsAccounts().open(settings, Optional.empty()), Optional.of(group))) {
                List<Integer> ports = List.of(9091, 3101);
                assertThat(firewall.closed(ports)).isEqualTo(ports);
                firewall.open(ports, "aibox-2");
                firewall.open(ports, "aibox-2");
                assertThat(firewall.closed(ports)).isEmpty();
                assertThat(firewall.open(List.of(9090, 9091))).containsExactly(9091);
                firewall.close(ports);
                assertThat(firewall.closed(ports)).isEqualTo(ports);
                assertThat(firewall.name()).isEqualTo(group);
            }
        }
    }
}
