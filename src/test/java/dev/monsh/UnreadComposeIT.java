package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.docker.DockerLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What monsh itself cannot read of a Compose file does not keep it from what it can: Compose is the judge. */
@LongRunning
class UnreadComposeIT extends OnTheManualsStack {

    private static final String COMPOSE = "docker-compose.yml";

    UnreadComposeIT(DockerLab docker) {
        super(docker);
    }

    private List<String> services(Ended status) {
        return status.lines().stream().map(line -> line.split("\t")[0]).toList();
    }

    private Launched withoutEngine() {
        return monsh.with("DOCKER_HOST", "unix:///nowhere.sock");
    }

    /** Programs of these names that always fail are as good as none. */
    private Launched withoutCompose() throws IOException {
        Path bin = Files.createDirectories(files.resolveSibling("none"));
        for (String name : List.of("docker", "docker-compose")) {
            Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\nexit 1\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return withoutEngine().with("PATH", bin + ":" + monsh.environment().get("PATH"));
    }

    /** SnakeYAML reads fifty levels, go-yaml ten thousand. */
    @Test
    void aFileThatOnlyComposeCanReadIsStartedShownAndEnded() throws IOException {
        String deep = "x-deep: " + "[".repeat(60) + "]".repeat(60) + "\n";
        Files.writeString(files.resolve(COMPOSE), deep + Files.readString(files.resolve(COMPOSE)));
        // what Compose prints keeps extensions, so this one is taken out again
        Files.writeString(files.resolve("docker-compose.override.yml"), "x-deep: !reset null\n");

        Ended check = monsh.run("stack", "check");
        assertThat(check.code()).as("%s", check).isZero();
        Ended up = monsh.run("up");
        assertThat(up.code()).as("%s", up).isZero();
        assertThat(services(up)).containsExactlyInAnyOrder("prometheus", "loki", "promtail", "process_exporter");
        assertThat(monsh.run("status").code()).isZero();
        assertThat(monsh.run("stack", "logs", "loki", "-o", "raw").out()).contains("Starting Loki");
        assertThat(monsh.run("restart", "loki", "-q").code()).isZero();
        assertThat(monsh.run("down").err()).contains("ended: ").contains("loki").contains("prometheus");
        assertThat(docker.docker("ps", "--quiet").out()).isEmpty();
    }

    @Test
    void whatTheFileIncludesIsPartOfTheStack() throws IOException {
        Files.writeString(files.resolve("more.yml"), """
                services:
                  second:
                    image: grafana/loki:latest
                    command: ["-config.file=/etc/loki/loki.yml"]
                    volumes: ["./loki:/etc/loki"]
                """);
        Files.writeString(files.resolve(COMPOSE), "include: [more.yml]\n" + Files.readString(files.resolve(COMPOSE)));

        Ended up = monsh.run("up");
        assertThat(up.code()).as("%s", up).isZero();
        assertThat(services(up)).contains("second", "prometheus");
        assertThat(monsh.run("restart", "second", "-q").code()).isZero();
        assertThat(monsh.run("stack", "logs", "second", "-o", "raw").out()).contains("Starting Loki");
    }

    @Test
    void aVolumeThatOnlyComposeUnderstandsIsNotCheckedAndStopsNothing() throws IOException {
        edit(COMPOSE, "- ./loki:/etc/loki", "- ./loki:/etc/loki\n      - a:b:c:d");

        Ended check = monsh.run("stack", "check");
        assertThat(check.code()).as("%s", check).isZero();
        assertThat(check.out()).contains("not checked: expected SOURCE:TARGET").contains("Docker Compose accepts");
        assertThat(services(monsh.run("status"))).containsExactly("prometheus", "loki", "promtail", "process_exporter");

        Ended alone = withoutCompose().run("status");
        assertThat(alone.err())
                .contains("warning: ")
                .contains(": expected SOURCE:TARGET")
                .contains("; left out");
        assertThat(services(alone)).containsExactly("prometheus", "loki", "promtail", "process_exporter");
    }

    @Test
    void whatRunsIsShownAndEndedAfterItsFileWasBroken() throws IOException {
        assertThat(monsh.run("up", "-q").code()).isZero();
        edit(COMPOSE, "services:", "services: [");

        Ended status = monsh.run("status");
        assertThat(status.err()).contains("docker-compose.yml:").contains("; only what runs is known");
        assertThat(services(status)).containsExactlyInAnyOrder("prometheus", "loki", "promtail", "process_exporter");
        assertThat(monsh.run("stack", "logs", "loki", "-o", "raw").out()).contains("Starting Loki");
        assertThat(monsh.run("up").code()).isEqualTo(2);
        Ended down = monsh.run("down");
        assertThat(down.code()).as("%s", down).isZero();
        assertThat(docker.docker("ps", "--all", "--quiet").out()).isEmpty();
    }

    @Test
    void whatRunsAsPlainProcessesIsShownAndEndedAfterItsFileWasBroken() throws IOException {
        Path config = files.resolve("prometheus/prometheus.yml");
        Files.writeString(config, "scrape_configs: []\n");
        Launched alone = withoutEngine();
        Ended up = alone.run("up", "prometheus");
        assertThat(up.code()).as("%s", up).isZero();
        try {
            edit(COMPOSE, "services:", "services: [");
            Ended status = alone.run("status");
            assertThat(status.code()).as("%s", status).isZero();
            assertThat(services(status)).containsExactly("prometheus");
            assertThat(alone.run("stack", "logs", "-o", "raw").out()).contains("Server is ready");
        } finally {
            assertThat(alone.run("down").err()).contains("ended: prometheus");
        }
    }

    @Test
    void aConfigOfTheComposeFileIsMountedAndChecked() throws IOException {
        edit(COMPOSE, "services:", """
                configs:
                  good: {file: ./prometheus/prometheus.yml}
                  bad:
                    content: |
                      scrape_configs:
                        - job_name: a
                          nonsense: 1
                  other: {external: true}
                  unset: {environment: NOT_SET_ANYWHERE}
                services:""");
        edit(COMPOSE, "      - ./prometheus:/etc/prometheus\n", "");
        edit(
                COMPOSE,
                "container_name: prometheus",
                "container_name: prometheus\n    configs: [{source: good, target: /etc/prometheus/prometheus.yml}]");

        Ended check = monsh.run("stack", "check");
        assertThat(check.code()).as("%s", check).isZero();
        assertThat(check.out()).doesNotContain("outside the folders that it mounts");

        edit(COMPOSE, "source: good", "source: bad");
        Ended wrong = monsh.run("stack", "check");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).contains("error\t" + files.resolve(COMPOSE)).contains("the config bad, line 3: ");

        edit(COMPOSE, "source: bad", "source: other");
        Ended unknown = monsh.run("stack", "check");
        assertThat(unknown.out()).contains("not checked: its configuration is the config other (external)");
        assertThat(unknown.out()).doesNotContain("error\t");

        edit(COMPOSE, "source: other", "source: unset");
        assertThat(monsh.run("stack", "check").out())
                .contains(
                        "not checked: its configuration is the config unset (the variable NOT_SET_ANYWHERE, which is");
    }
}
