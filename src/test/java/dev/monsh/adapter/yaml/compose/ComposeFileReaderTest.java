package dev.monsh.adapter.yaml.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Problem;
import dev.monsh.mount.Mount;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileReaderTest {

    private static final Path MANUAL =
            Path.of("src/test/resources/process-monitor").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void whatIsInTheWayOfAComposeFileIsNamed() throws IOException {
        assertThatThrownBy(() -> reader().read(folder.resolve("none")))
                .hasMessage(folder.resolve("none") + ": folder not found");
        Path file = folder.resolve("docker-compose.yml");
        Files.createDirectory(file);
        assertThatThrownBy(() -> reader().read(folder)).hasMessage(file + ": this is a folder, not a file");
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("gone"));
        assertThatThrownBy(() -> reader().read(folder))
                .hasMessage(file + ": this is a symbolic link to a file that does not exist");
    }

    @Test
    void theManualsOwnStackIsReadUnchanged() {
        StackReading reading = reader().read(MANUAL);
        Stack stack = reading.stack();
        assertThat(stack.composeFile()).contains(MANUAL.resolve("docker-compose.yml"));
        assertThat(stack.services())
                .extracting(StackService::name)
                .containsExactly("prometheus", "loki", "promtail", "process_exporter");
        assertThat(stack.services())
                .extracting(service -> service.kind().orElseThrow())
                .containsExactly(Service.PROMETHEUS, Service.LOKI, Service.PROMTAIL, Service.PROCESS_EXPORTER);
        assertThat(stack.services())
                .extracting(service -> service.configuration().orElseThrow())
                .containsExactly(
                        MANUAL.resolve("prometheus/prometheus.yml"),
                        MANUAL.resolve("loki/loki.yml"),
                        MANUAL.resolve("promtail/promtail.yml"),
                        MANUAL.resolve("process-exporter/config.yml"));
        assertThat(stack.services())
                .extracting(service -> service.servingPort().orElseThrow().published())
                .containsExactly(9090, 3100, 9080, 9256);
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.version().map(Problem::place)).contains(MANUAL.resolve("docker-compose.yml") + ":1:1");
    }

    @Test
    void whatOnlyTheFileSaysIsKeptWithItsPlace() {
        StackReading reading = reader().read(MANUAL);
        StackService exporter = reading.stack().find("process-exporter").orElseThrow();
        var source = reading.source(exporter).orElseThrow();
        assertThat(source.containerName()).contains("process_exporter");
        assertThat(source.hostPid()).isTrue();
        assertThat(source.healthcheck()).isFalse();
        assertThat(source.place().line()).isEqualTo(54);
        assertThat(source.at("image").line()).isEqualTo(55);
        assertThat(source.ports()).extracting(Problem::line).containsExactly(62);
        assertThat(source.mounts()).extracting(Problem::line).containsExactly(64, 65);
    }

    @ParameterizedTest
    @CsvSource({
        "prom/prometheus, PROMETHEUS",
        "registry.example:5000/mirror/grafana/loki:3.5.7, LOKI",
        "grafana/promtail@sha256:00, PROMTAIL",
        "ncabatoff/process-exporter:0.8.7@sha256:00, PROCESS_EXPORTER",
        "grafana/loki-canary:3, ",
        "nginx, "
    })
    void aServiceIsKnownByItsImage(String image, Service kind) throws IOException {
        write("compose.yaml", "services: {some-name: {image: '" + image + "'}}");
        assertThat(only().kind()).isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void aServiceOfAnotherImageIsKnownByItsName() throws IOException {
        write("compose.yaml", "services: {process_exporter: {image: 'mine:1'}}");
        assertThat(only().kind()).contains(Service.PROCESS_EXPORTER);
    }

    @Test
    void portsKeepTheirAddress() throws IOException {
        write("compose.yaml", """
                services:
                  a: {image: a, ports: ["1:2", "127.0.0.1:3:4", "[::1]:5:6", "7", "8:8/udp", "9-10:11-12", "20-30:40"]}
                """);
        assertThat(only().ports())
                .containsExactly(
                        new PublishedPort("0.0.0.0", 1, 2),
                        new PublishedPort("127.0.0.1", 3, 4),
                        new PublishedPort("::1", 5, 6),
                        new PublishedPort("0.0.0.0", 0, 7),
                        new PublishedPort("0.0.0.0", 9, 11),
                        new PublishedPort("0.0.0.0", 10, 12),
                        new PublishedPort("0.0.0.0", 0, 40));
    }

    @Test
    void relativeMountsBeginAtTheFolderAndTheTildeAtTheHome() throws IOException {
        write("compose.yaml", "services: {a: {image: a, volumes: ['./x:/x:ro', '~/y:/y', 'z:/z']}}");
        assertThat(only().mounts())
                .containsExactly(
                        new Mount(true, folder.resolve("x").toString(), "/x", true),
                        new Mount(true, "/home/someone/y", "/y", false),
                        new Mount(false, "z", "/z", false));
    }

    @Test
    void theWordsOfAnEntrypointCountAsTheCommand() throws IOException {
        write("compose.yaml", "services: {a: {image: a, entrypoint: [/bin/prometheus, --a], command: --b=1 --c}}");
        assertThat(only().command()).containsExactly("--a", "--b=1", "--c");
    }

    @Test
    void theEnvironmentCountsBeforeTheFileOfVariables() throws IOException {
        write(".env", "TAG=file\nOTHER=file\n");
        write("compose.yaml", "services: {a: {image: 'a:${TAG}', command: ['${OTHER}']}}");
        StackService service = new ComposeFileReader(Map.of("TAG", "set"), Path.of("/home/someone"))
                .read(folder)
                .stack()
                .services()
                .getFirst();
        assertThat(service.image()).isEqualTo("a:set");
        assertThat(service.command()).containsExactly("file");
    }

    @Test
    void whatWasNotReadIsSaidWithItsPlace() throws IOException {
        write("compose.yaml", """
                include: [other.yaml]
                services:
                  a: {image: 'a:${MISSING}', extends: {file: base.yaml, service: a}}
                  b: {image: b, profiles: [debug]}
                """);
        StackReading reading = reader().read(folder);
        assertThat(reading.stack().services()).extracting(StackService::name).containsExactly("a");
        assertThat(reading.notes())
                .extracting(note -> note.line() + ":" + note.column() + ": " + note.message())
                .containsExactlyInAnyOrder(
                        "1:10: included files are not read",
                        "3:14: the variable MISSING is not set and counts as empty",
                        "3:39: what a extends in base.yaml was not read",
                        "4:27: the service b is left out: none of its profiles is active");
    }

    @Test
    void allFaultsComeTogetherWithTheirPlaces() throws IOException {
        write("compose.yaml", """
                services:
                  a:
                    image: '${TAG:?say which}'
                    ports: ["x:1", "1-3:1-2"]
                    volumes: [":/x", {type: bind}]
                    command: --a 'b
                  b: text
                  c: {image: "a${", extends: nobody}
                """);
        assertThatThrownBy(() -> reader().read(folder).sound())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(
                                        problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
                                .containsExactlyInAnyOrder(
                                        "3:12: the variable TAG must be set, but is not: say which",
                                        "4:13: 'x' is neither a port nor a range of ports",
                                        "4:20: the ranges 1-3 and 1-2 have different lengths",
                                        "5:15: expected SOURCE:TARGET or SOURCE:TARGET:OPTIONS",
                                        "5:22: a volume needs a type and a target",
                                        "6:14: a quote in 'command' is not closed",
                                        "7:6: the service b must be a mapping",
                                        "8:14: '${' is not closed",
                                        "8:30: extends: no service nobody"));
    }

    @ParameterizedTest
    @CsvSource({
        "'${SET:-${MISSING:?asked}}', 'the variable MISSING must be set, but is not: asked'",
        "'${SET', '''${'' is not closed'",
        "'${SET!x}', 'after ''${SET'' expected ''}'' or one of :- - :+ + :? ?'",
        "'${}', 'the variable name is missing after ''${''; write ''$${'' for a literal ''${'''",
        "'${1}', 'the variable name is missing after ''${''; write ''$${'' for a literal ''${'''"
    })
    void textThatComposeRefusesIsAFault(String text, String message) throws IOException {
        write("compose.yaml", "services: {a: {image: '" + text + "'}}");
        assertThatThrownBy(() -> new ComposeFileReader(Map.of("SET", "x"), folder)
                        .read(folder)
                        .sound())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(folder.resolve("compose.yaml") + ":1:23: " + message.replace("''", "'"));
    }

    @Test
    void aServiceThatExtendsItselfIsAFault() throws IOException {
        write("compose.yaml", "services: {a: {extends: b}, b: {extends: a}}");
        assertThatThrownBy(() -> reader().read(folder).sound())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("extends itself");
    }

    @Test
    void aliasesThatMultiplyAreRefused() throws IOException {
        StringBuilder text = new StringBuilder("x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (int i = 1; i < 9; i++) {
            text.append("x%d: &x%d [%s]\n"
                    .formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*x" + (i - 1)))));
        }
        write("compose.yaml", text + "services: {a: {image: a}}\n");
        assertThatThrownBy(() -> reader().read(folder).sound())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("more than 100000 values");
    }

    @Test
    void aFolderOfTheManualWithoutAComposeFileIsAStackOfWhatIsThere() throws IOException {
        write("prometheus/prometheus.yml", "");
        write("process-exporter/config.yml", "");
        Stack stack = reader().read(folder).stack();
        assertThat(stack.composeFile()).isEmpty();
        assertThat(stack.services())
                .containsExactly(
                        StackService.plain(Service.PROMETHEUS, folder.resolve("prometheus/prometheus.yml"), 9090),
                        StackService.plain(
                                Service.PROCESS_EXPORTER, folder.resolve("process-exporter/config.yml"), 9256));
    }

    @Test
    void aFolderWithoutAStackSaysHowToMakeOne() {
        assertThatThrownBy(() -> reader().read(folder).sound())
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e).hasMessage(folder + ": found neither a Compose file nor a server's configuration");
                    assertThat(e.next()).isEqualTo(new NextStep.Text("monsh stack init " + folder));
                });
    }

    @Test
    void aFileInPlaceOfAFolderHasNoWayOut() throws IOException {
        write("a-file", "");
        Path file = folder.resolve("a-file");
        assertThatThrownBy(() -> reader().read(file).sound())
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e).hasMessage(file + ": this is a file, not a folder");
                    assertThat(e.next()).isNull();
                });
    }

    private StackService only() {
        return reader().read(folder).stack().services().getFirst();
    }

    private static ComposeFileReader reader() {
        return new ComposeFileReader(Map.of(), Path.of("/home/someone"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
