package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.cloud.GatewayGroup;
import dev.monsh.testing.cloud.StrictEc2;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A box brought in and taken out where the gateway stands in EC2, which moto plays. */
@LongRunning
class OnboardCloudIT extends OnboardCase {

    private static final Pattern LISTEN = Pattern.compile("listen (\\d+);");

    private GatewayGroup group;

    @BeforeAll
    void startCloud() throws IOException {
        group = GatewayGroup.start(Files.createDirectories(lab.root().resolve("cloud")));
    }

    @AfterAll
    void stopCloud() {
        if (group != null) {
            group.close();
        }
    }

    @BeforeEach
    void configureCloud() throws IOException {
        Files.writeString(config, Files.readString(config) + group.configuration());
    }

    private List<Integer> mapped() {
        return LISTEN.matcher(live())
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .filter(port -> port != odk)
                .toList();
    }

    @Test
    void itsPortsAreOpenedWithItAndClosedBehindIt() {
        Run run = onboard("--tailscale-ip", watched.address());
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("security group\tdone\t").contains("proof: metric\talready\t");
        List<Integer> ports = mapped();
        assertThat(ports).hasSize(2).allMatch(group::isOpen);

        group.ec2().forgetCalls();
        Run again = onboard();
        assertThat(again.out()).contains("security group\talready\t");
        assertThat(group.ec2().changes()).isEmpty();

        Run gone = call("offboard", "--yes");
        assertThat(gone.code()).as("%s", gone).isEqualTo(ExitCode.DONE);
        assertThat(ports).noneMatch(group::isOpen);
    }

    @Test
    void aGroupThatMayNotBeChangedIsToldAndTheOtherStepsAreDone() {
        group.ec2().intervene(new StrictEc2.Intervention() {
            @Override
            public Optional<StrictEc2.Answer> before(String action) {
                return action.equals("AuthorizeSecurityGroupIngress")
                        ? Optional.of(StrictEc2.Answer.error(
                                403, "UnauthorizedOperation", "You are not authorized to perform this operation."))
                        : Optional.empty();
            }
        });
        Run run = onboard("--tailscale-ip", watched.address());
        onlyFails(run, "security group");
        assertThat(run.out()).contains("ec2:AuthorizeSecurityGroupIngress").contains("mapping\tdone\t");

        group.ec2().intervene(new StrictEc2.Intervention() {});
        Run mended = onboard();
        assertThat(mended.code()).as("%s", mended).isEqualTo(ExitCode.DONE);
        assertThat(mended.out()).contains("security group\tdone\t");
        List<Integer> ports = mapped();
        assertThat(ports).hasSize(2).allMatch(group::isOpen);
        // the group is that of the other test, too
        assertThat(call("offboard", "--yes").code()).isEqualTo(ExitCode.DONE);
        assertThat(ports).noneMatch(group::isOpen);
    }
}
