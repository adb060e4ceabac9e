package dev.monsh.adapter.nativeengine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.monsh.adapter.nativeengine.process.RunFolder;
import dev.monsh.adapter.nativeengine.process.RunState;
import dev.monsh.adapter.nativeengine.process.StateFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.os.ProcTable;
import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import dev.monsh.testing.RecordedProgress;
import dev.monsh.testing.ScriptFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs are scripts; the answers on their ports are the test's. */
class NativeEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Since the test answers in the scripts' place, its ports count as theirs. */
    private static final PortOwnership OURS = new FakePortOwnership(true, Optional.empty(), Optional.empty());

    @TempDir
    Path temporary;

    private final RecordedProgress progress = new RecordedProgress();
    private final HttpServer prometheus = server();
    private final HttpServer exporter = server();
    private ScriptFolder scripts = new ScriptFolder(Path.of(""));
    private NativeEngine engine = new NativeEngine(Map.of(), Path.of(""), PATIENCE);
    private Stack stack = new Stack(Path.of(""), Optional.empty(), List.of());

    NativeEngineTest() throws IOException {}

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @BeforeEach
    void writeStack() throws IOException {
        scripts = new ScriptFolder(temporary.resolve("bin"));
        scripts.program("prometheus", "echo \"$@\"; exec sleep 60");
        scripts.program("process-exporter", "echo \"$@\"; exec sleep 60");
        engine = new NativeEngine(Map.of("PATH", scripts.path()), temporary, PATIENCE, OURS);
        Path configuration = Files.writeString(temporary.resolve("prometheus.yml"), "");
        stack = new Stack(
                temporary.resolve("stack"),
                Optional.empty(),
                List.of(
                        StackService.plain(
                                Service.PROMETHEUS,
                                configuration,
                                prometheus.getAddress().getPort()),
                        StackService.plain(
                                Service.PROCESS_EXPORTER,
                                configuration,
                                exporter.getAddress().getPort())));
    }

    @AfterEach
    void end() {
        engine.down(stack, true, ProgressListener.silent());
        prometheus.stop(0);
        exporter.stop(0);
    }

    private List<StackService> services(Service... kinds) {
        return stack.select(List.of(kinds).stream().map(Service::label).toList());
    }

    private List<ServiceStatus> up(Service... services) {
        return engine.up(stack, services(services), PATIENCE, progress);
    }

    @Test
    void upReturnsWhenEveryServiceIsReady() {
        assertThat(up()).allSatisfy(status -> {
            assertThat(status.state()).isEqualTo(ServiceState.RUNNING);
            assertThat(status.health()).isEqualTo(Health.HEALTHY);
            assertThat(status.ready()).isTrue();
            assertThat(status.since()).isPresent();
            assertThat(status.image()).startsWith(scripts.folder().toString());
        });
        assertThat(engine.status(stack))
                .extracting(ServiceStatus::service)
                .containsExactly("prometheus", "process-exporter");
        assertThat(progress.of(Progress.Ready.class)).hasSize(2);
    }

    @Test
    void aServiceIsToldToListenOnThisMachineOnly() throws IOException {
        up();
        String said = Files.readString(new RunFolder(stack.folder()).output("prometheus"));
        assertThat(said)
                .contains("--web.listen-address=127.0.0.1:"
                        + prometheus.getAddress().getPort());
    }

    @Test
    void upLeavesARunningServiceAlone() {
        up(Service.PROMETHEUS);
        up();
        assertThat(progress.of(Progress.Starting.class))
                .extracting(Progress.Starting::name)
                .containsExactly("prometheus", "process-exporter");
    }

    @Test
    void downEndsWhatUpStartedAndStatusSaysSo() {
        up();
        assertThat(engine.down(stack, false, progress))
                .extracting(Ended::name)
                .containsExactly("prometheus", "process-exporter");
        assertThat(engine.status(stack)).extracting(ServiceStatus::state).containsOnly(ServiceState.STOPPED);
        assertThat(engine.down(stack, false, progress)).isEmpty();
    }

    @Test
    void onlyDownWithVolumesDeletesWhatWasStored() {
        up();
        Path data = new RunFolder(stack.folder()).data();
        engine.down(stack, false, progress);
        assertThat(data).isDirectory();
        engine.down(stack, true, progress);
        assertThat(data).doesNotExist();
    }

    @Test
    void restartGivesANewProcessToTheNamedServiceOnly() {
        up();
        RunState before = new StateFile(new RunFolder(stack.folder()).state()).read();
        engine.restart(stack, services(Service.PROMETHEUS), PATIENCE, progress);
        RunState after = new StateFile(new RunFolder(stack.folder()).state()).read();
        assertThat(after.child("prometheus")).isPresent().isNotEqualTo(before.child("prometheus"));
        assertThat(after.child("process-exporter")).isPresent().isEqualTo(before.child("process-exporter"));
    }

    @Test
    void statusTellsAnEndedAndAnUnhealthyService() {
        up();
        exporter.removeContext("/");
        long pid = new StateFile(new RunFolder(stack.folder()).state())
                .read()
                .child("prometheus")
                .orElseThrow()
                .identity()
                .pid();
        ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
        assertThat(engine.status(stack))
                .extracting(ServiceStatus::state, ServiceStatus::health)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ServiceState.EXITED, Health.NONE),
                        org.assertj.core.groups.Tuple.tuple(ServiceState.RUNNING, Health.UNHEALTHY));
    }

    @Test
    void aServiceThatEndsAtOnceIsExplainedAndTheOthersAreEndedAgain() throws IOException {
        prometheus.stop(0);
        scripts.program("prometheus", "echo 'level=error err=\"bind: address already in use\"'; exit 1");
        assertThatThrownBy(this::up).isInstanceOf(ConflictException.class).hasMessageContaining("is taken");
        assertThat(progress.of(Progress.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.name()).isEqualTo("prometheus");
            assertThat(failed.lastLines()).containsExactly("level=error err=\"bind: address already in use\"");
        });
        assertThat(new ProcTable(Path.of("/proc"))
                        .startedWith(RunFolder.ID_VARIABLE, new RunFolder(stack.folder()).id()))
                .isEmpty();
    }

    @Test
    void aPortThatAnotherServerListensOnIsAConflictBeforeAnythingStarts() {
        NativeEngine real = new NativeEngine(Map.of("PATH", scripts.path()), temporary, PATIENCE);
        assertThatThrownBy(() -> real.up(stack, stack.services(), PATIENCE, progress))
                .isInstanceOf(ConflictException.class)
                .hasMessage("prometheus: port " + prometheus.getAddress().getPort() + " is taken by java (pid "
                        + ProcessHandle.current().pid() + ")");
        assertThat(progress.of(Progress.Starting.class)).isEmpty();
    }

    @Test
    void theAnswerOfAnotherServerIsNotTakenForOnesOwn() throws IOException {
        scripts.program("prometheus", "sleep 0.3; echo 'err=\"bind: address already in use\"'; exit 1");
        PortOwnership foreign = new FakePortOwnership(false, Optional.empty(), Optional.of("prometheus (pid 4711)"));
        NativeEngine other = new NativeEngine(Map.of("PATH", scripts.path()), temporary, PATIENCE, foreign);
        assertThatThrownBy(() -> other.up(stack, services(Service.PROMETHEUS), PATIENCE, progress))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("is taken by prometheus (pid 4711)");
    }

    @Test
    void aServerThatKeepsTryingWhileAnotherHasItsPortIsAConflict() {
        PortOwnership foreign = new FakePortOwnership(false, Optional.empty(), Optional.of("prometheus (pid 4711)"));
        NativeEngine other = new NativeEngine(Map.of("PATH", scripts.path()), temporary, PATIENCE, foreign);
        assertThatThrownBy(() -> other.up(stack, services(Service.PROMETHEUS), Duration.ofMillis(200), progress))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("is taken by prometheus (pid 4711)");
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsNamedWithItsUrl() {
        prometheus.removeContext("/");
        assertThatThrownBy(() -> engine.up(stack, stack.services(), Duration.ofMillis(300), progress))
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("prometheus: http://127.0.0.1:")
                .hasMessageContaining("/-/ready did not answer 200");
    }

    @Test
    void aMissingConfigurationFileIsNamedBeforeAnythingStarts() throws IOException {
        Files.delete(temporary.resolve("prometheus.yml"));
        assertThatThrownBy(this::up)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("prometheus.yml: no such file");
        assertThat(progress.of(Progress.Starting.class)).isEmpty();
    }

    @Test
    void aProgramThatDebianDoesNotHaveIsSaidToBeMissing() {
        Stack withLoki = new Stack(
                stack.folder(),
                Optional.empty(),
                List.of(StackService.plain(Service.LOKI, temporary.resolve("prometheus.yml"), 1)));
        assertThatThrownBy(() -> engine.up(withLoki, withLoki.services(), PATIENCE, progress))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("loki: there is no program loki on the PATH");
    }

    @Test
    void aServiceThatTheStackLacksIsAUsageError() {
        assertThatThrownBy(() -> up(Service.PROMTAIL)).isInstanceOf(UsageException.class);
    }

    @Test
    void logsGivesTheLastLinesAndFollowsNewOnes() throws Exception {
        scripts.program(
                "prometheus", "printf 'one\\ntwo\\nthr\\303'; sleep 1; printf '\\251e\\nfour\\n'; exec sleep 60");
        up();
        List<OutputLine> lines = new CopyOnWriteArrayList<>();
        Thread reader = Thread.ofPlatform()
                .start(() -> engine.logs(
                        stack,
                        new OutputRequest(services(Service.PROMETHEUS), Optional.of(2), Optional.empty(), true),
                        lines::add));
        await().atMost(5, SECONDS)
                .until(() -> lines.stream().anyMatch(line -> line.text().equals("four")));
        reader.interrupt();
        assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
        assertThat(String.join("|", lines.stream().map(OutputLine::text).toList())
                        .getBytes(UTF_8))
                .asString(UTF_8)
                .isEqualTo("one|two|thr\u00e9e|four");
    }

    @Test
    void serversThatHangAreWaitedForTogetherAndNoLongerThanAsked() {
        up();
        for (HttpServer server : List.of(prometheus, exporter)) {
            server.removeContext("/");
            server.createContext("/", exchange -> {
                try {
                    SECONDS.sleep(3);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        NativeEngine hasty = new NativeEngine(Map.of("PATH", scripts.path()), temporary, Duration.ofMillis(300), OURS);

        long begin = System.nanoTime();
        List<ServiceStatus> statuses = hasty.status(stack);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(statuses).extracting(ServiceStatus::health).containsOnly(Health.UNHEALTHY);
        // the two seconds that a start gives each question would be far over it
        assertThat(took).isLessThan(Duration.ofMillis(1900));
    }
}
