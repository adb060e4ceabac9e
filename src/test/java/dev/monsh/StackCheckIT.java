package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stack check} from outside, on the manual's files. */
class StackCheckIT {

    private static final Path MANUAL =
            Path.of("src/test/resources/process-monitor").toAbsolutePath();

    @TempDir
    private Path folder;

    private Launched monsh;
    private Path stack;

    @BeforeEach
    void copyTheManualsStack() throws IOException {
        monsh = Launched.in(folder);
        stack = monsh.workingFolder();
        try (Stream<Path> files = Files.walk(MANUAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = stack.resolve(MANUAL.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void theManualsFilesHaveNoErrorAndEveryTrapIsNamed() {
        Ended ended = monsh.run("stack", "check");
        assertThat(ended.code()).isZero();
        assertThat(ended.lines()).noneMatch(line -> line.startsWith("error")).hasSizeGreaterThanOrEqualTo(15);
        assertThat(ended.lines())
                .contains("warning\t" + stack
                        + "/loki/loki.yml:7:16\tloki\t/tmp/loki is not on a volume: its data is lost"
                        + " when the container is recreated\tadd a volume for it to loki");
        assertThat(ended.err()).contains(": 0 errors, ");
    }

    @Test
    void warningsFailAStrictCheck() {
        assertThat(monsh.run("stack", "check", "--strict").code()).isEqualTo(1);
    }

    @Test
    void anErrorInAnyFileFailsIt() throws IOException {
        edit("prometheus/prometheus.yml", "process_exporter:9256", "process-exporter:9256");
        edit("process-exporter/config.yml", "(?P<stream_id>\\d+)", "(?P<stream_id>\\d+");
        edit("promtail/promtail.yml", "/root/ai-agent-service/ai-agent-service/logs/ppl", "/elsewhere/ppl");
        Ended ended = monsh.run("stack", "check", "-o", "tsv");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines().stream().filter(line -> line.startsWith("error")))
                .hasSize(3)
                .anyMatch(
                        line -> line.contains("prometheus.yml:7:19") && line.endsWith("did you mean process_exporter?"))
                .anyMatch(line -> line.contains("process-exporter/config.yml:7:"))
                .anyMatch(line -> line.contains("no volume of promtail holds /elsewhere"));
    }

    @Test
    void aFaultyComposeFileIsAnAnswer() throws IOException {
        edit("docker-compose.yml", "\"9090:9090\"", "\"9090:x\"");
        Ended ended = monsh.run("stack", "check", "-o", "json");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out().strip())
                .as("what can be read is checked all the same")
                .startsWith("[{\"level\":\"error\",\"service\":\"\",\"file\":\"" + stack
                        + "/docker-compose.yml\",\"line\":21,\"column\":9,\"message\":\"'x' is neither a port nor a range"
                        + " of ports\",\"next\":\"\"},{\"level\":\"warning\"");
    }

    @Test
    void aMissingFileIsToldFromAWrongOne() throws IOException {
        Files.delete(stack.resolve("loki/loki.yml"));
        Ended ended = monsh.run("stack", "check");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines().getFirst())
                .isEqualTo("error\t" + stack + "/loki/loki.yml\tloki\tthe configuration file of loki does not exist\t");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Ended none = monsh.run("stack", "check", "--stack", empty.toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("try: monsh stack init " + empty);
    }

    @Test
    void promtoolIsAskedWhereItIsAtHand() throws IOException {
        String path = System.getProperty("monsh.it.path", System.getenv().getOrDefault("MONSH_IT_PATH", ""));
        String all = String.join(":", monsh.environment().get("PATH"), System.getenv("PATH"), path);
        Launched here = monsh.with("PATH", all);
        Needed.here(here.by("promtool").run("--version").code() == 0, "promtool is not on the PATH");
        edit("prometheus/prometheus.yml", "scrape_interval: 15s", "scrape_interval: 15x");
        Ended ended = here.run("stack", "check");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines().getFirst())
                .contains("prometheus.yml", "promtool: not a valid duration string: \"15x\"");
    }

    private void edit(String file, String before, String after) throws IOException {
        Path path = stack.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
    }
}
