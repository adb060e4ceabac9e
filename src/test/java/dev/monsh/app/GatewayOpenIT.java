package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.cloud.CloudLab;
import dev.monsh.testing.cloud.Moto;
import dev.monsh.testing.gateway.LabUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mappings whose ports are opened and closed in the security group with them: a real gateway, and an EC2 that moto plays. */
class GatewayOpenIT extends GatewayConsoleCase {

    private CloudLab cloud;
    private String group;

    @BeforeAll
    void startCloud() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        cloud = CloudLab.start(Files.createDirectories(lab.root().resolve("cloud")));
        group = Moto.texts(
                        cloud.moto().call("CreateSecurityGroup", "GroupName", "gw", "GroupDescription", "gateway"),
                        "groupId")
                .getFirst();
        Path config = configuration("config.yml", LabUsers.FREE, lab.sshPort());
        Files.writeString(
                config,
                Files.readString(config) + "aws: {region: us-east-1, security_group: " + group + ", endpoint: \""
                        + cloud.ec2().url() + "\"}\n");
    }

    @AfterAll
    void stopCloud() {
        if (cloud != null) {
            cloud.close();
        }
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private boolean isOpen(int port) {
        return Moto.texts(
                        cloud.moto()
                                .call(
                                        "DescribeSecurityGroupRules",
                                        "Filter.1.Name",
                                        "group-id",
                                        "Filter.1.Value.1",
                                        group),
                        "fromPort")
                .contains(String.valueOf(port));
    }

    @Test
    void ports_are_opened_moved_and_closed_with_their_mapping() {
        lab.nginx().force("# no mapping yet\n");
        int prometheus = lab.ports().free();
        int loki = lab.ports().free();
        String[] add = {
            "map",
            "add",
            "aibox-2",
            "--tailscale-ip",
            box.address(),
            "--prometheus-port",
            String.valueOf(prometheus),
            "--loki-port",
            String.valueOf(loki),
            "--open",
            "--yes"
        };

        String[] dry = add.clone();
        dry[dry.length - 1] = "--dry-run";
        assertThat(done(dry).err()).contains(group + ": open port " + prometheus + " to everyone");
        assertThat(isOpen(prometheus)).isFalse();

        assertThat(done(add).err()).contains("the security group has the change");
        assertThat(isOpen(prometheus)).isTrue();
        assertThat(isOpen(loki)).isTrue();

        int moved = lab.ports().free();
        Run move = done("map", "move", String.valueOf(prometheus), String.valueOf(moved), "--open", "--yes");
        assertThat(move.err()).contains(group + ": close port " + prometheus);
        assertThat(isOpen(moved)).isTrue();
        assertThat(isOpen(prometheus)).isFalse();

        done("map", "remove", "aibox-2", "--open", "--yes");
        assertThat(isOpen(moved)).isFalse();
        assertThat(isOpen(loki)).isFalse();
    }

    @Test
    void without_open_nothing_but_the_mapping_changes_in_a_script_and_open_needs_an_account() throws IOException {
        lab.nginx().force("# no mapping yet\n");
        int port = lab.ports().free();
        done(
                "map",
                "add",
                "aibox-3",
                "--tailscale-ip",
                box.address(),
                "--prometheus-port",
                String.valueOf(port),
                "--loki-port",
                String.valueOf(lab.ports().free()),
                "--yes");
        assertThat(isOpen(port)).isFalse();

        Path config = lab.root().resolve("home/.config/monsh/config.yml");
        String text = Files.readString(config);
        try {
            Files.writeString(config, text.replaceAll("(?m)^aws: .*\n", ""));
            Run refused = gateway("map", "remove", "aibox-3", "--open", "--yes");
            assertThat(refused.code()).as("%s", refused).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err()).contains("the configuration has no aws");
            assertThat(live()).contains("listen " + port + ";");
        } finally {
            Files.writeString(config, text);
        }
    }
}
