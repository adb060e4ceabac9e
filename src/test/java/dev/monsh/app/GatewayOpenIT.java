package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.cloud.GatewayGroup;
import dev.monsh.testing.gateway.LabUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mappings whose ports are opened and closed in the security group with them: a real gateway, and an EC2 that moto plays. */
class GatewayOpenIT extends GatewayConsoleCase {

    private GatewayGroup group;

    @BeforeAll
    void startCloud() throws IOException {
        group = GatewayGroup.start(Files.createDirectories(lab.root().resolve("cloud")));
        Path config = configuration("config.yml", LabUsers.FREE, lab.sshPort());
        Files.writeString(config, Files.readString(config) + group.configuration());
    }

    @AfterAll
    void stopCloud() {
        if (group != null) {
            group.close();
        }
    }

    private boolean isOpen(int port) {
        return group.isOpen(port);
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
        assertThat(done(dry).err()).contains(group.id() + ": open port " + prometheus + " to everyone");
        assertThat(isOpen(prometheus)).isFalse();

        assertThat(done(add).err()).contains("the security group has the change");
        assertThat(isOpen(prometheus)).isTrue();
        assertThat(isOpen(loki)).isTrue();

        int moved = lab.ports().free();
        Run move = done("map", "move", String.valueOf(prometheus), String.valueOf(moved), "--open", "--yes");
        assertThat(move.err()).contains(group.id() + ": close port " + prometheus);
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
