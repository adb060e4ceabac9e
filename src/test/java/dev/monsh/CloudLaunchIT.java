package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.Running;
import dev.monsh.testing.cloud.CloudLab;
import dev.monsh.testing.cloud.Moto;
import dev.monsh.testing.cloud.StrictEc2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway is launched, taken over and ended, on an EC2 that is moto and as strict as AWS. */
@LongRunning
class CloudLaunchIT {

    private static final String HOST_KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIJ7IVLz8ZxnXGUEkDSUvXU0rAlBTZ8dWV7wuhUVQkKfE";
    private static final String CONSOLE = """
            [   11.2] cloud-init[612]: Cloud-init v. 23.4 running 'modules:final'\r
            -----BEGIN SSH HOST KEY KEYS-----\r
            ssh-ed25519 %s root@ip-172-31-0-9\r
            -----END SSH HOST KEY KEYS-----\r
            """.formatted(HOST_KEY);
    private static final String FROM = "198.51.100.7";

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

    private Ended launch() {
        return monsh.run("ec2", "launch", "--yes", "--no-wait", "--ssh-from", FROM);
    }

    @Test
    void anEmptyAccountGetsAGatewayAndASecondRunChangesNothing() throws IOException {
        lab.ec2().console(CONSOLE);
        Ended plan = monsh.run("ec2", "launch", "--dry-run", "--no-wait", "--ssh-from", FROM);
        assertThat(plan.code()).describedAs(plan.toString()).isZero();
        assertThat(plan.out()).contains("SSH rule\tplanned\topen port 22 to 198.51.100.7/32");
        assertThat(lab.ec2().changes()).isEmpty();

        Ended first = launch();
        assertThat(first.code()).describedAs(first.toString()).isZero();
        assertThat(lab.ec2().changes())
                .containsExactly(
                        "CreateSecurityGroup",
                        "AuthorizeSecurityGroupIngress",
                        "ImportKeyPair",
                        "AllocateAddress",
                        "RunInstances",
                        "AssociateAddress");
        String address =
                Moto.texts(lab.moto().call("DescribeAddresses"), "publicIp").getFirst();
        assertThat(Files.readString(monsh.home().resolve(".config/monsh/config.yml")))
                .contains("ssh: {host: " + address + ", user: ubuntu}", "public_host: " + address, "region: us-east-1");
        assertThat(Files.readString(monsh.home().resolve(".ssh/known_hosts")))
                .isEqualTo(address + " ssh-ed25519 " + HOST_KEY + "\n");

        lab.ec2().forgetCalls();
        Ended second = launch();
        assertThat(second.code()).describedAs(second.toString()).isZero();
        assertThat(lab.ec2().changes()).isEmpty();
        assertThat(second.lines()).allMatch(line -> line.split("\t")[1].equals("already"));
        assertThat(second.err()).contains("nothing to change");

        monsh.file("no-mappings", "# nothing is mapped yet\n");
        Ended audit = monsh.run("ec2", "audit", "--file", "no-mappings");
        assertThat(audit.out()).isEmpty();
        assertThat(audit.code()).describedAs(audit.toString()).isZero();
    }

    @Test
    void theNewMachineIsSafeByItself() {
        launch();
        String instances = lab.moto().call("DescribeInstances");
        assertThat(lab.ec2().launchedWith("MetadataOptions.HttpTokens")).containsExactly("required");
        assertThat(Moto.texts(instances, "instanceType")).containsExactly("t3.micro");
        String volumes = lab.moto().call("DescribeVolumes");
        assertThat(Moto.texts(volumes, "encrypted")).containsExactly("true");
        assertThat(Moto.texts(volumes, "volumeType")).containsExactly("gp3");
    }

    /** Kills before and after everything that changes something, then at calls all along the way. */
    @Test
    void aRunThatIsKilledAnywhereIsFinishedByTheNext() {
        List<String> actions = List.of(
                "CreateSecurityGroup",
                "AuthorizeSecurityGroupIngress",
                "ImportKeyPair",
                "AllocateAddress",
                "RunInstances",
                "AssociateAddress");
        int kills = 0;
        for (String action : actions) {
            kills += killed(action, 1, false);
            kills += killed(action, 1, true);
        }
        assertThat(kills).isEqualTo(12);
        assertThat(launch().code()).isZero();
        assertThatNothingIsDoubled();

        lab.ec2().reset();
        deleteConfiguration();
        for (int call : new int[] {2, 9, 16, 23, 30, 37, 44, 51}) {
            kills += killed("", call, call % 2 == 0);
        }
        assertThat(kills).isEqualTo(20);
        assertThat(launch().code()).isZero();
        assertThatNothingIsDoubled();
    }

    private void deleteConfiguration() {
        try {
            Files.deleteIfExists(monsh.home().resolve(".config/monsh/config.yml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Runs a launch that is killed at a call.
     *
     * @param action the one that is counted; empty for any
     * @param number which of them, counted from 1
     * @param done whether EC2 does it before the kill
     */
    private int killed(String action, int number, boolean done) {
        AtomicReference<@Nullable Running> running = new AtomicReference<>();
        AtomicInteger seen = new AtomicInteger();
        lab.ec2().intervene(new StrictEc2.Intervention() {
            private boolean isMeant(String call) {
                return action.isEmpty() || call.equals(action);
            }

            @Override
            public Optional<StrictEc2.Answer> before(String call) {
                if (isMeant(call) && seen.incrementAndGet() == number && !done) {
                    kill(running);
                    return Optional.of(StrictEc2.Answer.error(503, "Gone", "nobody reads this"));
                }
                return Optional.empty();
            }

            @Override
            public boolean after(String call) {
                if (isMeant(call) && seen.get() == number && done) {
                    kill(running);
                    return false;
                }
                return true;
            }
        });
        Running started = monsh.start("ec2", "launch", "--yes", "--no-wait", "--ssh-from", FROM);
        running.set(started);
        Ended ended = started.end();
        lab.ec2().intervene(new StrictEc2.Intervention() {});
        return ended.code() == 137 ? 1 : 0;
    }

    private static void kill(AtomicReference<@Nullable Running> running) {
        Running found = running.get();
        if (found != null) {
            found.signal("KILL");
        }
    }

    private void assertThatNothingIsDoubled() {
        String tag = "tag:monsh:gateway";
        String[] filter = {"Filter.1.Name", tag, "Filter.1.Value.1", "gateway"};
        assertThat(Moto.texts(lab.moto().call("DescribeInstances", filter), "instanceId"))
                .hasSize(1);
        assertThat(Moto.texts(lab.moto().call("DescribeAddresses", filter), "allocationId"))
                .hasSize(1);
        assertThat(Moto.texts(lab.moto().call("DescribeSecurityGroups", filter), "groupDescription"))
                .containsExactly("monsh gateway gateway");
        assertThat(Moto.texts(lab.moto().call("DescribeKeyPairs"), "keyName")).containsExactly("monsh-gateway");
        String addresses = lab.moto().call("DescribeAddresses");
        assertThat(Moto.texts(addresses, "instanceId"))
                .isEqualTo(Moto.texts(lab.moto().call("DescribeInstances", filter), "instanceId"));
    }

    @Test
    void anEndedGatewayLeavesNothingButTheAddress() {
        launch();
        Ended refused = monsh.run("ec2", "terminate", "--yes");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--yes requires --name");

        Ended ended = monsh.run("ec2", "terminate", "--yes", "--name", "gateway");
        assertThat(ended.code()).describedAs(ended.toString()).isZero();
        assertThat(ended.out()).contains("is kept and still costs money");
        assertThat(Moto.texts(lab.moto().call("DescribeAddresses"), "allocationId"))
                .hasSize(1);
        assertThat(Moto.texts(lab.moto().call("DescribeKeyPairs"), "keyName")).isEmpty();
        assertThat(Moto.texts(lab.moto().call("DescribeSecurityGroups"), "groupName"))
                .doesNotContain("monsh-gateway");

        Ended again = launch();
        assertThat(again.code()).describedAs(again.toString()).isZero();
        assertThat(Moto.texts(lab.moto().call("DescribeAddresses"), "allocationId"))
                .hasSize(1);

        Ended released = monsh.run("ec2", "terminate", "--yes", "--name", "gateway", "--release-address");
        assertThat(released.code()).describedAs(released.toString()).isZero();
        assertThat(Moto.texts(lab.moto().call("DescribeAddresses"), "allocationId"))
                .isEmpty();
    }

    @Test
    void aGatewayThatWasMadeByHandIsTakenOverAndNotChanged() throws IOException {
        String run = lab.moto()
                .call(
                        "RunInstances",
                        "ImageId",
                        lab.moto().image(),
                        "MinCount",
                        "1",
                        "MaxCount",
                        "1",
                        "InstanceType",
                        "t3.micro");
        String instance = Moto.texts(run, "instanceId").getFirst();
        String allocation = Moto.texts(lab.moto().call("AllocateAddress", "Domain", "vpc"), "allocationId")
                .getFirst();
        lab.moto().call("AssociateAddress", "AllocationId", allocation, "InstanceId", instance);
        String address =
                Moto.texts(lab.moto().call("DescribeAddresses"), "publicIp").getFirst();

        Ended adopted = monsh.run("ec2", "adopt", address, "--yes");
        assertThat(adopted.code()).describedAs(adopted.toString()).isZero();
        assertThat(lab.ec2().changes()).containsExactly("CreateTags", "CreateTags");
        assertThat(Files.readString(monsh.home().resolve(".config/monsh/config.yml")))
                .contains("host: " + address);

        Ended status = monsh.run("ec2", "status", "--no-gateway", "-o", "json");
        assertThat(status.code()).describedAs(status.toString()).isZero();
        assertThat(status.out()).contains("\"id\":\"" + instance + "\"", "\"elastic\":true");

        lab.ec2().forgetCalls();
        assertThat(monsh.run("ec2", "adopt", instance, "--yes").code()).isZero();
        assertThat(lab.ec2().changes()).isEmpty();
        assertThat(monsh.run("ec2", "adopt", "i-0123456789abcdef0", "--yes").code())
                .isEqualTo(2);
    }

    @Test
    void withoutConsentNothingIsMade() {
        Ended ended = monsh.run("ec2", "launch", "--no-wait", "--ssh-from", FROM);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("add --yes, or --dry-run");
        assertThat(lab.ec2().changes()).isEmpty();
    }
}
