package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.json.JsonTree;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Running;
import dev.monsh.testing.docker.DockerLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual's own stack on a real engine with the real Compose, driven by the program. */
class StackIT extends OnTheManualsStack {

    StackIT(DockerLab docker) {
        super(docker);
    }

    private static JsonTree json(Ended ended) throws IOException {
        return JsonTree.parse(ended.out());
    }

    private List<String> containers() {
        return docker.docker("ps", "--all", "--format", "{{.Names}}").lines();
    }

    @Test
    void upReturnsWhenEveryServiceAnswersAndStatusSaysSo() throws IOException {
        Ended up = monsh.run("up");

        assertThat(up.code()).as("%s", up).isZero();
        assertThat(up.err()).contains("engine: compose (").contains("prometheus answers at " + stack.url("prometheus"));
        assertThat(stack.ports().keySet()).allMatch(stack::ready);

        JsonTree services = json(monsh.run("status", "-o", "json"));
        assertThat(services.elements())
                .extracting(service -> service.text("service"))
                .containsExactly("prometheus", "loki", "promtail", "process_exporter");
        assertThat(services.elements()).allSatisfy(service -> {
            assertThat(service.text("ready")).isEqualTo("true");
            assertThat(service.text("state")).isEqualTo("running");
            assertThat(service.get("ports").texts())
                    .containsExactly(String.valueOf(stack.ports().get(service.text("service"))));
            assertThat(Instant.parse(service.text("since"))).isBefore(Instant.now());
            assertThat(service.text("image")).endsWith(":latest");
            assertThat(service.number("memory_bytes")).isGreaterThan(1_000_000);
        });
        assertThat(services.elements().getFirst().text("version")).startsWith("2.");

        Ended down = monsh.run("down", "--volumes");
        assertThat(down.code()).isZero();
        assertThat(containers()).isEmpty();
        assertThat(docker.docker("volume", "ls", "-q").lines()).isEmpty();
    }

    @Test
    void aSecondUpStartsNothingAndADownOfNothingIsFine() {
        assertThat(monsh.run("up", "-q").code()).isZero();
        List<String> before = docker.docker("ps", "-q", "--no-trunc").lines();

        assertThat(monsh.run("up", "-q").code()).isZero();
        assertThat(docker.docker("ps", "-q", "--no-trunc").lines()).isEqualTo(before);

        assertThat(monsh.run("down").code()).isZero();
        Ended again = monsh.run("down");
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("nothing was running");
    }

    @Test
    void upWaitsForAServiceThatComposeCallsHealthyLongBefore() throws IOException {
        Path loki = files.resolve("loki/loki.yml");
        Files.writeString(loki, "# ready-after: 4s\n" + Files.readString(loki));

        Ended up = monsh.run("up");

        assertThat(up.code()).as("%s", up).isZero();
        assertThat(up.err()).contains("loki is not ready yet: 503 Ingester not ready");
        assertThat(stack.ready("loki")).isTrue();
    }

    @Test
    void restartMakesOneServiceAnewByEitherSpellingOfItsName() {
        assertThat(monsh.run("up", "-q").code()).isZero();
        String exporter = id("process_exporter");
        String prometheus = id("prometheus");

        Ended restart = monsh.run("restart", "process-exporter");

        assertThat(restart.code()).as("%s", restart).isZero();
        assertThat(id("process_exporter")).isNotEqualTo(exporter);
        assertThat(id("prometheus")).isEqualTo(prometheus);
    }

    private String id(String container) {
        return docker.docker("inspect", "--format", "{{.Id}}", container).out().strip();
    }

    @Test
    void statusOfWhatIsDownOrHalfUpIsNo() throws IOException {
        Ended down = monsh.run("status", "-o", "json");
        assertThat(down.code()).isEqualTo(1);
        assertThat(json(down).elements())
                .extracting(service -> service.text("state"))
                .containsOnly("stopped");

        assertThat(monsh.run("up", "-q").code()).isZero();
        docker.docker("kill", "loki");
        Ended half = monsh.run("status", "-o", "json");
        assertThat(half.code()).isEqualTo(1);
        JsonTree loki = json(half).elements().get(1);
        assertThat(loki.text("state")).isEqualTo("exited");
        assertThat(loki.text("exit_code")).isEqualTo("137");
        assertThat(loki.text("ready")).isEqualTo("false");
    }

    @Test
    void aServiceThatHangsMakesStatusNoSlowerThanItsTimeout() {
        assertThat(monsh.run("up", "-q").code()).isZero();
        docker.docker("kill", "--signal", "STOP", "prometheus");
        Instant begin = Instant.now();
        Ended status = monsh.run("status", "--timeout", "4s", "-o", "tsv");
        Duration took = Duration.between(begin, Instant.now());

        assertThat(status.code()).isEqualTo(1);
        assertThat(status.lines().getFirst()).startsWith("prometheus\trunning\t-\tno\t");
        assertThat(status.lines().get(1)).startsWith("loki\trunning\t-\tyes\t");
        // two questions one after the other would be eight seconds
        assertThat(took).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(7));
    }

    @Test
    void logsAreMergedInTimeAndFilteredAndLimited() {
        assertThat(monsh.run("up", "-q").code()).isZero();

        Ended all = monsh.run("stack", "logs", "--limit", "0", "-q");
        assertThat(all.code()).isZero();
        assertThat(all.lines()).extracting(line -> line.split("\t")[0]).isSorted();
        assertThat(all.out()).contains("\tprometheus\t").contains("\tloki\t");

        Ended some =
                monsh.run("stack", "logs", "prometheus", "--limit", "0", "--grep", "Server is ready", "-o", "jsonl");
        assertThat(some.lines()).hasSize(1).first().asString().startsWith("{\"timestamp\":\"20");
        assertThat(monsh.run("stack", "logs", "prometheus", "--limit", "2", "-o", "raw")
                        .lines())
                .hasSize(2);
    }

    @Test
    void followedLogsGoOnInTheContainerThatTakesTheOldOnesPlace() throws InterruptedException {
        assertThat(monsh.run("up", "-q").code()).isZero();
        Running tail = monsh.start("stack", "logs", "loki", "-f", "--limit", "1", "-o", "tsv");
        Thread.sleep(2000);

        assertThat(monsh.run("restart", "loki", "-q").code()).isZero();
        docker.docker("restart", "loki");
        Thread.sleep(3000);
        tail.signal("INT");
        Ended ended = tail.end();

        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.lines())
                .filteredOn(line -> line.contains("Starting Loki"))
                .hasSize(3);
        assertThat(ended.lines()).doesNotHaveDuplicates();
    }

    @Test
    void checkAsksComposeAndTheServersOwnPrograms() throws IOException {
        Path compose = files.resolve("docker-compose.yml");
        String text = Files.readString(compose);
        assertThat(monsh.run("stack", "check").code()).isZero();

        Files.writeString(compose, text + "bogus_key: 1\n");
        Ended unknownKey = monsh.run("stack", "check");
        assertThat(unknownKey.code()).isEqualTo(1);
        assertThat(unknownKey.lines().getFirst())
                .startsWith("error\t" + compose)
                .contains("Additional property bogus_key is not allowed");

        Files.writeString(
                compose,
                text.replace("\"-config.file=/etc/loki/loki.yml\"", "\"-config.file=/etc/loki/loki.yml\", \"-bogus\""));
        Ended unknownOption = monsh.run("stack", "check");
        assertThat(unknownOption.code()).isEqualTo(1);
        assertThat(unknownOption.lines().getFirst())
                .contains("\tloki\trejects its command line: flag provided but not defined: -bogus");
        assertThat(containers()).isEmpty();
    }
}
