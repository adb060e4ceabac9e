package dev.monsh.stack.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackNextStep;
import dev.monsh.stack.StackService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftFinderTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private ConfigurationSource.Answer answer = new ConfigurationSource.Answer.Loaded("");
    private ConfigurationComparison comparison = texts -> List.of();

    private static ServiceDefinition definition(String image) {
        return new ServiceDefinition(image, Optional.empty(), Set.of(), Set.of(), Map.of(), "", Set.of());
    }

    private ObservedService observed(
            Service kind, ServiceState state, ObservedService.Verdict verdict, Optional<ObservedConfiguration> file) {
        return new ObservedService(
                kind.label(),
                Optional.of(kind),
                Optional.of(definition("image")),
                Optional.of(new ObservedService.Running(
                        kind.label(), state, Optional.empty(), Optional.of(START), "sha256:a", definition("image"))),
                verdict,
                "",
                file);
    }

    private Optional<ObservedConfiguration> file(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "a: b\n");
        Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(1)));
        return Optional.of(new ObservedConfiguration(
                file,
                "/etc/" + name,
                Optional.of(URI.create("http://127.0.0.1:1/")),
                false,
                false,
                UnaryOperator.identity()));
    }

    private List<Drift> find(ObservedService service) {
        Stack stack = new Stack(folder, Optional.empty(), List.of());
        ConfigurationCheck check = new ConfigurationCheck(
                (kind, server, timeout) -> answer, texts -> comparison.compare(texts), Duration.ofSeconds(1));
        return new DriftFinder(any -> List.of(service), check).find(stack, List.of());
    }

    @Test
    void aStackOfWhichNothingIsThereMissesEveryService() {
        Stack stack = new Stack(
                folder,
                Optional.empty(),
                List.of(
                        StackService.plain(Service.PROMETHEUS, folder.resolve("prometheus.yml"), 9090),
                        StackService.plain(Service.LOKI, folder.resolve("loki.yml"), 3100)));
        ConfigurationCheck check = new ConfigurationCheck(
                (kind, server, timeout) -> answer, texts -> comparison.compare(texts), Duration.ofSeconds(1));

        assertThat(new DriftFinder(any -> List.of(), check).find(stack, List.of()))
                .extracting(drift -> drift.service() + " " + drift.kind().word())
                .containsExactly("prometheus missing", "loki missing");
    }

    @Test
    void aServerThatDoesNotTellMayHaveDrifted() throws IOException {
        answer = new ConfigurationSource.Answer.Untold("connection refused");
        assertThat(find(observed(Service.LOKI, ServiceState.RUNNING, ObservedService.Verdict.SAME, file("loki.yml"))))
                .containsExactly(new Drift(
                        "loki",
                        DriftKind.UNREADABLE,
                        "connection refused",
                        folder + "/loki.yml",
                        new StackNextStep.ReadLogs("loki")));
    }

    @Test
    void aFileThatIsGoneIsToldAsSuch() throws IOException {
        Optional<ObservedConfiguration> file = file("loki.yml");
        Files.delete(folder.resolve("loki.yml"));
        assertThat(find(observed(Service.LOKI, ServiceState.RUNNING, ObservedService.Verdict.SAME, file)))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.kind()).isEqualTo(DriftKind.UNREADABLE);
                    assertThat(drift.declared()).isEqualTo(folder + "/loki.yml: not found: " + folder + "/loki.yml");
                });
    }

    @Test
    void aFileThatIsNoYamlAnyMoreIsNotWhatWasLoaded() throws IOException {
        comparison = texts -> {
            throw new ConfigurationException(List.of(new Problem(texts.file(), 3, 1, "a tab")));
        };
        assertThat(find(observed(Service.LOKI, ServiceState.RUNNING, ObservedService.Verdict.SAME, file("loki.yml"))))
                .containsExactly(new Drift(
                        "loki",
                        DriftKind.CONFIGURATION,
                        "an earlier version",
                        folder + "/loki.yml:3:1: a tab",
                        new StackNextStep.Check()));
    }

    @Test
    void aFileOfProcessExporterCountsByItsTime() throws IOException {
        Optional<ObservedConfiguration> file = file("config.yml");
        ObservedService service =
                observed(Service.PROCESS_EXPORTER, ServiceState.RUNNING, ObservedService.Verdict.SAME, file);
        assertThat(find(service)).isEmpty();
        Files.setLastModifiedTime(folder.resolve("config.yml"), FileTime.from(START.plusMillis(1)));
        assertThat(find(service)).extracting(Drift::kind).containsExactly(DriftKind.CONFIGURATION);
    }

    @Test
    void aServerThatIsDownIsNotAsked() throws IOException {
        answer = new ConfigurationSource.Answer.Untold("must not be asked");
        assertThat(find(observed(Service.LOKI, ServiceState.RESTARTING, ObservedService.Verdict.SAME, file("l.yml"))))
                .containsExactly(
                        new Drift("loki", DriftKind.STATE, "restarting", "running", new StackNextStep.Up("loki")));
    }

    @Test
    void onlyAnEngineThatIsSureFindsOtherSettings() {
        assertThat(find(observed(
                        Service.LOKI, ServiceState.RUNNING, ObservedService.Verdict.UNKNOWN, Optional.empty())))
                .isEmpty();
        assertThat(find(observed(Service.LOKI, ServiceState.RUNNING, ObservedService.Verdict.OTHER, Optional.empty())))
                .extracting(Drift::kind)
                .containsExactly(DriftKind.DEFINITION);
    }

    @Test
    void wordsOfACommandInAnotherOrderAreAnotherCommand() {
        ServiceDefinition one = new ServiceDefinition(
                "i", Optional.of(List.of("-a", "--token=x")), Set.of(), Set.of(), Map.of(), "", Set.of());
        ServiceDefinition other = new ServiceDefinition(
                "i", Optional.of(List.of("--token=x", "-a")), Set.of(), Set.of(), Map.of(), "", Set.of());
        assertThat(DefinitionComparison.compare("s", one, other))
                .containsExactly(new Drift(
                        "s",
                        DriftKind.COMMAND,
                        "-a --token=(hidden)",
                        "--token=(hidden) -a",
                        new StackNextStep.Up("s")));
    }
}
