package dev.monsh.stack.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.compose.ComposeFileReader;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.UsageException;
import dev.monsh.mount.Mount;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewStackTest {

    @TempDir
    Path folder;

    @Test
    void itsComposeFileHasTheFourServersWithTheirFilesInTheManualsPlaces() {
        StackReading reading = written(new Reach.ThisMachine());
        List<StackService> services = reading.stack().services();
        assertThat(services)
                .extracting(StackService::name)
                .containsExactly("prometheus", "loki", "promtail", "process-exporter");
        assertThat(services)
                .extracting(service -> service.kind().orElseThrow())
                .containsExactly(Service.PROMETHEUS, Service.LOKI, Service.PROMTAIL, Service.PROCESS_EXPORTER);
        for (StackService service : services) {
            assertThat(service.configuration().orElseThrow()).isRegularFile();
        }
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.version()).isEmpty();
        assertThat(reading.sources()).noneMatch(source -> source.containerName().isPresent());
    }

    @Test
    void everyPortIsOnTheLoopbackAlone() {
        assertThat(written(new Reach.ThisMachine()).stack().services())
                .flatExtracting(StackService::ports)
                .containsExactly(
                        new PublishedPort("127.0.0.1", 9090, 9090),
                        new PublishedPort("127.0.0.1", 3100, 3100),
                        new PublishedPort("127.0.0.1", 9080, 9080),
                        new PublishedPort("127.0.0.1", 9256, 9256));
    }

    @Test
    void theTailnetReachesPrometheusAndLokiAlone() {
        assertThat(written(Reach.Tailnet.of("--tailscale-ip", "100.64.0.7"))
                        .stack()
                        .services())
                .flatExtracting(StackService::ports)
                .containsExactly(
                        new PublishedPort("127.0.0.1", 9090, 9090),
                        new PublishedPort("100.64.0.7", 9090, 9090),
                        new PublishedPort("127.0.0.1", 3100, 3100),
                        new PublishedPort("100.64.0.7", 3100, 3100),
                        new PublishedPort("127.0.0.1", 9080, 9080),
                        new PublishedPort("127.0.0.1", 9256, 9256));
    }

    @Test
    void everybodyReachesPrometheusAndLokiAlone() {
        assertThat(written(new Reach.Everybody()).stack().services())
                .flatExtracting(StackService::ports)
                .containsExactly(
                        new PublishedPort("0.0.0.0", 9090, 9090),
                        new PublishedPort("0.0.0.0", 3100, 3100),
                        new PublishedPort("127.0.0.1", 9080, 9080),
                        new PublishedPort("127.0.0.1", 9256, 9256));
    }

    @Test
    void everyImageHasATagAndCanBeAnother() {
        StackReading reading = written(new Reach.ThisMachine());
        assertThat(reading.stack().services())
                .extracting(StackService::image)
                .containsExactly(
                        "prom/prometheus:v3.5.0",
                        "grafana/loki:3.5.7",
                        "grafana/promtail:3.5.7",
                        "ncabatoff/process-exporter:0.8.7");
        Map<String, String> own = Map.of(
                "PROMETHEUS_IMAGE", "a",
                "LOKI_IMAGE", "b",
                "PROMTAIL_IMAGE", "c",
                "PROCESS_EXPORTER_IMAGE", "d");
        assertThat(new ComposeFileReader(own, folder).read(folder).stack().services())
                .extracting(StackService::image)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatIsStoredIsKeptInVolumesAndForATime() {
        StackReading reading = written(new Reach.ThisMachine());
        assertThat(reading.stack().services())
                .flatExtracting(StackService::mounts)
                .filteredOn(mount -> !mount.bind())
                .extracting(Mount::target)
                .containsExactly("/prometheus", "/loki", "/var/lib/promtail");
        assertThat(reading.stack().find(Service.PROMETHEUS).orElseThrow().option("storage.tsdb.retention.time"))
                .contains("30d");
        assertThat(folder.resolve("loki/loki.yml"))
                .content()
                .contains("retention_period: 720h", "retention_enabled: true", "delete_request_store: filesystem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "the logs", "o'clock", "größe", "a#b & c"})
    void theFolderOfLogsIsTheSameInsideAndOutside(String name) throws IOException {
        Path logs = folder.resolve(name);
        StackReading reading = written(new NewStack(folder, logs, new Reach.ThisMachine()));
        assertThat(reading.stack().find(Service.PROMTAIL).orElseThrow().mounts())
                .contains(new Mount(true, logs.toString(), logs.toString(), true));
        assertThat(logs).isDirectory();
        String promtail = Files.readString(folder.resolve("promtail/promtail.yml"));
        assertThat(YamlDocument.parse("promtail.yml", promtail.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .root()
                        .toString())
                .contains(logs + "/ppl_detection_double_check.log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a$b", "a\"b", "a*b", "a[b", "a{b", "a\nb", "a\\b"})
    void aFolderOfLogsThatMeansSomethingElseInTheFilesIsRefused(String name) {
        assertThatThrownBy(() -> new NewStack(folder, folder.resolve(name), new Reach.ThisMachine()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("choose another folder");
    }

    @Test
    void theScriptWritesLinesIntoTheFilesThatPromtailReads() throws Exception {
        Path logs = folder.resolve("it's here");
        written(new NewStack(folder, logs, new Reach.ThisMachine()));
        assertThat(folder.resolve("populate_log.sh")).isExecutable();
        Process script = new ProcessBuilder(folder.resolve("populate_log.sh").toString(), "12")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(script.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("wrote 12 lines each into " + logs + "\n");
        assertThat(script.waitFor()).isZero();
        assertThat(Files.readAllLines(logs.resolve("ppl_detection_double_check.log")))
                .hasSize(12);
        assertThat(Files.readAllLines(logs.resolve("checkdoor_ai_agent_stream05.log")))
                .hasSize(12);
    }

    @Test
    void noPlaceholderIsLeft() {
        for (Reach reach : List.of(
                new Reach.ThisMachine(), Reach.Tailnet.of("--tailscale-ip", "100.64.0.7"), new Reach.Everybody())) {
            assertThat(new NewStack(folder, folder.resolve("logs"), reach).files())
                    .allSatisfy(file -> assertThat(file.text()).doesNotContainPattern("@[A-Z_]+@"));
        }
    }

    @ParameterizedTest
    @CsvSource({"100.64.0.7, true", "100.127.255.255, true", "100.63.0.1, false", "192.168.0.5, false"})
    void addressesOfATailnetAreKnown(String address, boolean usual) {
        assertThat(Reach.Tailnet.of("--tailscale-ip", address).address().isOfTailnet())
                .isEqualTo(usual);
    }

    @ParameterizedTest
    @CsvSource({
        "odk04, isn't an IPv4 address such as 100.64.0.7",
        "100.64.0.256, isn't an IPv4 address such as 100.64.0.7",
        "0.0.0.0, 'means every address of this machine, not its tailnet address'",
        "127.0.0.1, can't be reached from other machines"
    })
    void otherAddressesAreRefused(String address, String why) {
        assertThatThrownBy(() -> Reach.Tailnet.of("--tailscale-ip", address))
                .isInstanceOf(UsageException.class)
                .hasMessage("--tailscale-ip " + address + ": " + why);
    }

    private StackReading written(Reach reach) {
        return written(new NewStack(folder, folder.resolve("logs"), reach));
    }

    private StackReading written(NewStack stack) {
        StackWriter writer = new StackWriter(new AtomicFile(InstantSource.system()));
        writer.write(stack, writer.plan(stack));
        return new ComposeFileReader(Map.of(), folder).read(folder);
    }
}
