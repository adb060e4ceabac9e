package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.Running;
import dev.monsh.testing.docker.DockerLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong at a start: each time the service, the cause in words, a next step, and the exit code of the contract. */
@LongRunning
class StackFaultIT extends OnTheManualsStack {

    private static final String COMPOSE = "docker-compose.yml";

    StackFaultIT(DockerLab docker) {
        super(docker);
    }

    /**
     * A fault and how it is told.
     *
     * @param file what is changed
     * @param old the text that is replaced there; null where the file is deleted
     * @param code the exit code
     * @param said what the message must hold, beginning with the service or the file
     */
    private record Fault(String name, String file, String old, String replacement, int code, String... said) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        "an image that no registry has",
                        COMPOSE,
                        "prom/prometheus:latest",
                        "prom/prometheus:v0.0.1",
                        3,
                        "monsh: prometheus: its image prom/prometheus:v0.0.1 is not on this machine and can't be pulled",
                        "try: docker pull"),
                new Fault(
                        "a key that Prometheus does not know",
                        "prometheus/prometheus.yml",
                        "global:",
                        "globl:",
                        5,
                        "prometheus/prometheus.yml:1: prometheus rejects its configuration: field globl not found",
                        "try: monsh stack check"),
                new Fault(
                        "a configuration of Loki that is no YAML",
                        "loki/loki.yml",
                        "auth_enabled: false",
                        "auth_enabled: [",
                        5,
                        "loki/loki.yml:",
                        "loki rejects its configuration"),
                new Fault(
                        "a regex that Go does not know",
                        "process-exporter/config.yml",
                        "(?P<stream_id>",
                        "(?=x",
                        5,
                        "process-exporter/config.yml: process_exporter rejects its configuration: ",
                        "bad cmdline regex"),
                new Fault(
                        "a configuration file that is gone",
                        "prometheus/prometheus.yml",
                        "",
                        "",
                        5,
                        "monsh: prometheus: rejects its configuration: the file ",
                        "prometheus/prometheus.yml does not exist"),
                new Fault(
                        "a mount of a file that is not there",
                        COMPOSE,
                        "./process-exporter:/config",
                        "./pe.yml:/config/config.yml",
                        5,
                        "monsh: process_exporter: rejects its configuration: the file ",
                        "pe.yml is a folder"),
                new Fault(
                        "a mount that may not be made",
                        COMPOSE,
                        "- ./loki:/etc/loki",
                        "- {type: bind, source: ./nothing, target: /etc/loki}",
                        5,
                        "monsh: loki: mounts ",
                        "nothing, which does not exist"),
                new Fault(
                        "an unknown option",
                        COMPOSE,
                        "'-procfs=/host/proc'",
                        "'-procfss=/host/proc'",
                        5,
                        "monsh: process_exporter: rejects its command line: flag provided but not defined: -procfss"),
                new Fault(
                        "a program that is not there",
                        COMPOSE,
                        "image: grafana/loki:latest",
                        "image: grafana/loki:latest\n    entrypoint: /nope",
                        5,
                        "monsh: loki: its program can't be run: ",
                        "/nope"),
                new Fault(
                        "a network that is not defined",
                        COMPOSE,
                        "\n  lgtm-net:",
                        "\n  other:",
                        2,
                        "refers to undefined network lgtm-net"),
                new Fault(
                        "a Compose file that is no YAML",
                        COMPOSE,
                        "services:",
                        "services: [",
                        2,
                        "docker-compose.yml:10:"),
                new Fault(
                        "too little memory",
                        COMPOSE,
                        "container_name: prometheus",
                        "container_name: prometheus\n    mem_limit: 8m",
                        5,
                        // the engine does not always hear of it in time
                        "memory limit",
                        "try: docker stats"),
                new Fault(
                        "a service that does not get ready",
                        "loki/loki.yml",
                        "auth_enabled",
                        "# ready-after: 600s\nauth_enabled",
                        8,
                        "monsh: loki: not ready within 8.0 s: loki: http://127.0.0.1:",
                        "answers 503 Ingester not ready",
                        "try: monsh stack logs loki"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsToldByServiceCauseAndNextStep(Fault fault) throws IOException {
        Path file = files.resolve(fault.file());
        if (fault.old().isEmpty()) {
            Files.delete(file);
        } else {
            String text = Files.readString(file);
            assertThat(text).contains(fault.old());
            Files.writeString(file, text.replace(fault.old(), fault.replacement()));
        }

        Ended up = monsh.run("up", "-q", "--timeout", "8s");

        assertThat(up.err()).contains(fault.said());
        assertThat(up.code()).as("%s", up).isEqualTo(fault.code());
        assertThat(up.out()).isEmpty();
        assertThat(up.err()).doesNotContain("exit status", "Exception");
    }

    @Test
    void aTakenPortIsToldWithItsOwner() throws IOException {
        int port = Objects.requireNonNull(stack.ports().get("loki"));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Ended up = monsh.run("up", "-q");

            assertThat(up.code()).as("%s", up).isEqualTo(7);
            assertThat(up.err())
                    .contains("monsh: loki: port " + taken.getLocalPort() + " of this machine is taken by java (pid "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void aTakenContainerNameIsTold() {
        assertThat(docker.docker("create", "--name", "loki", "grafana/loki:latest")
                        .code())
                .isZero();
        try {
            Ended up = monsh.run("up", "-q");

            assertThat(up.code()).isEqualTo(7);
            assertThat(up.err())
                    .contains("monsh: loki: a container named loki already exists and does not belong to this stack");
        } finally {
            docker.docker("rm", "--force", "loki");
        }
    }

    @Test
    void aContainerThatIsRemovedWhileItStartsIsTold() throws IOException, InterruptedException {
        Path loki = files.resolve("loki/loki.yml");
        Files.writeString(loki, "# ready-after: 600s\n" + Files.readString(loki));
        Running up = monsh.start("up");
        awaitContainer("loki");
        docker.docker("rm", "--force", "loki");

        Ended ended = up.end();
        assertThat(ended.code()).as("%s", ended).isEqualTo(3);
        assertThat(ended.err()).contains("monsh: loki: its container was removed during startup");
    }

    @Test
    void anEngineThatIsStoppedWhileWaitingIsTold() throws IOException, InterruptedException {
        Path loki = files.resolve("loki/loki.yml");
        Files.writeString(loki, "# ready-after: 600s\n" + Files.readString(loki));
        Running up = monsh.start("up");
        awaitContainer("loki");
        docker.stopEngine();
        try {
            Ended ended = up.end();
            assertThat(ended.code()).as("%s", ended).isEqualTo(3);
            assertThat(ended.err()).contains("no Docker engine answers there").contains("try: ");
        } finally {
            docker.startEngine();
        }
    }

    private void awaitContainer(String name) throws InterruptedException {
        while (!docker.docker("ps", "--format", "{{.Names}}").lines().contains(name)) {
            Thread.sleep(100);
        }
        Thread.sleep(1000);
    }

    @Test
    void ctrlCEndsTheWaitWith130AndLeavesWhatRuns() throws IOException, InterruptedException {
        Path loki = files.resolve("loki/loki.yml");
        Files.writeString(loki, "# ready-after: 600s\n" + Files.readString(loki));
        Running up = monsh.start("up");
        awaitContainer("loki");
        up.signal("INT");

        assertThat(up.end().code()).isEqualTo(130);
        assertThat(docker.docker("ps", "--format", "{{.Names}}").lines()).contains("loki", "prometheus");
    }

    @Test
    void withoutAnEngineTheOneAskedForIsUnreachable() {
        Ended up = monsh.with("DOCKER_HOST", "unix:///nowhere.sock").run("up", "--engine", "compose");
        assertThat(up.code()).isEqualTo(3);
        assertThat(up.err()).contains("unix:///nowhere.sock: no Docker engine answers there");
    }

    @Test
    void aServiceThatTheStackDoesNotHaveIsAUsageError() {
        Ended up = monsh.run("up", "promethus");
        assertThat(up.code()).isEqualTo(2);
        assertThat(up.err()).contains("did you mean prometheus?");
    }
}
