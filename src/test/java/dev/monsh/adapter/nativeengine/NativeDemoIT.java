package dev.monsh.adapter.nativeengine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.monsh.adapter.nativeengine.process.Child;
import dev.monsh.adapter.nativeengine.process.RunFolder;
import dev.monsh.adapter.nativeengine.process.StateFile;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.os.ProcTable;
import dev.monsh.os.ProcessIdentity;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.Service;
import dev.monsh.stack.demo.DemoHandle;
import dev.monsh.stack.demo.DemoWorker;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import dev.monsh.testing.Needed;
import dev.monsh.testing.RecordedProgress;
import dev.monsh.testing.ScriptFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo with the real Prometheus and process-exporter, from PATH or from the folder of the system property
 * {@code monsh.it.path}. Without them it is skipped, but fails where the environment says {@code CI=true}.
 */
class NativeDemoIT {

    private static final ProgressListener SILENT = ProgressListener.silent();

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final ProcTable table = new ProcTable(Path.of("/proc"));
    private NativeDemo demo = new NativeDemo(environment, Path.of(""));

    @BeforeEach
    void findServers() {
        String extra = System.getProperty("monsh.it.path", "");
        String path = System.getenv().getOrDefault("PATH", SearchPath.USUAL);
        environment.put("PATH", extra.isEmpty() ? path : extra + ":" + path);
        environment.put("HOME", home.toString());
        SearchPath search = SearchPath.of(environment);
        boolean there = search.find("prometheus").isPresent()
                && search.find("prometheus-process-exporter").isPresent();
        Needed.here(there, "prometheus and prometheus-process-exporter are not on the PATH or in monsh.it.path");
        demo = new NativeDemo(environment, home);
    }

    @AfterEach
    void stop() {
        demo.stop(SILENT);
        assertThat(marked()).isEmpty();
    }

    private RunFolder folder() {
        return new RunFolder(new MonshFolders(environment, home).demo());
    }

    private List<ProcessIdentity> marked() {
        return table.startedWith(RunFolder.ID_VARIABLE, folder().id());
    }

    private static String get(URI url) throws IOException {
        try (InputStream in = url.toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String query(DemoHandle handle, String expression) throws IOException {
        return get(handle.prometheusUrl().resolve("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8)));
    }

    @Test
    void theManualsQueryHasAValueForEveryWorkerWithinSeconds() {
        long begin = System.nanoTime();
        DemoHandle handle = demo.start(SILENT);
        Duration up = Duration.ofNanos(System.nanoTime() - begin);
        for (DemoWorker worker : handle.workers()) {
            String expression =
                    "rate(namedprocess_namegroup_cpu_seconds_total{groupname=\"" + worker.groupname() + "\"}[5m]) > 0";
            await().atMost(20, SECONDS)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> query(handle, expression).contains("\"value\":["));
        }
        Duration rate = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println(
                "the demo was up in " + up.toMillis() + " ms, its first rates in " + rate.toMillis() + " ms");
    }

    @Test
    void everyWorkerIsOneProcessOfItsGroupAndLogs() throws IOException {
        DemoHandle handle = demo.start(SILENT);
        String metrics = get(handle.exporterUrl().resolve("/metrics"));
        for (DemoWorker worker : handle.workers()) {
            // another demo may run on this machine, and the exporter sees its workers, too
            assertThat(metrics)
                    .contains("namedprocess_namegroup_num_procs{groupname=\"" + worker.groupname() + "\"} "
                            + running(worker) + "\n");
            assertThat(Files.readString(handle.promtailFile()))
                    .contains(worker.logFile().toString());
            await().atMost(5, SECONDS)
                    .until(() -> Files.exists(worker.logFile()) && Files.size(worker.logFile()) > 100);
        }
    }

    private static long running(DemoWorker worker) {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .commandLine()
                        .filter(line -> line.endsWith(worker.command()))
                        .isPresent())
                .count();
    }

    @Test
    void theServersListenOnThisMachineOnly() throws IOException {
        DemoHandle handle = demo.start(SILENT);
        for (URI url : List.of(handle.prometheusUrl(), handle.exporterUrl())) {
            String port = "%04X".formatted(url.getPort());
            String listening = "\\s+\\d+: [0-9A-F]+:" + port + " 0+:0000 0A .*";
            List<String> sockets = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
            sockets.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
            assertThat(sockets.stream().filter(line -> line.matches(listening)))
                    .singleElement()
                    .asString()
                    .contains(": 0100007F:" + port);
        }
    }

    @Test
    void aSecondStartFindsTheFirst() {
        DemoHandle first = demo.start(SILENT);
        RecordedProgress progress = new RecordedProgress();
        DemoHandle second = new NativeDemo(environment, home).start(progress);
        assertThat(first.alreadyRunning()).isFalse();
        assertThat(second.alreadyRunning()).isTrue();
        assertThat(second.prometheusUrl()).isEqualTo(first.prometheusUrl());
        assertThat(second.since()).isEqualTo(first.since());
        assertThat(progress.of(Progress.Starting.class)).isEmpty();
        assertThat(new NativeDemo(environment, home).find()).contains(second);
    }

    @Test
    void twoStartsAtOnceMakeOneDemo() throws Exception {
        Process first = starter(0);
        Process second = starter(0);
        String said = new String(first.getInputStream().readAllBytes(), UTF_8)
                + new String(second.getInputStream().readAllBytes(), UTF_8);
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(said).contains("alreadyRunning=true", "alreadyRunning=false");
        assertThat(demo.stop(SILENT).ended()).hasSize(4);
    }

    @Test
    void aStopNamesWhatItEndedAndKeepsTheFilesButNotTheData() {
        DemoHandle handle = demo.start(SILENT);
        assertThat(demo.stop(SILENT).ended())
                .extracting(Ended::name)
                .containsExactlyInAnyOrder(
                        "prometheus",
                        "process-exporter",
                        "ppl_detection_double_check_stream02",
                        "checkdoor_ai_agent_stream05");
        assertThat(demo.find()).isEmpty();
        assertThat(handle.promtailFile()).exists();
        assertThat(folder().data()).doesNotExist();
        assertThat(demo.stop(SILENT).ended()).isEmpty();
    }

    @Test
    void aStopWhereNeverAnythingWasStartedWritesNothing() {
        assertThat(demo.stop(SILENT).ended()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aStopEndsOnlyItsOwnDemo(@TempDir Path otherHome) {
        NativeDemo other = new NativeDemo(environment, otherHome);
        DemoHandle mine = demo.start(SILENT);
        DemoHandle others = other.start(SILENT);
        try {
            assertThat(others.prometheusUrl()).isNotEqualTo(mine.prometheusUrl());
            demo.stop(SILENT);
            assertThat(other.find()).isPresent();
        } finally {
            assertThat(other.stop(SILENT).ended()).hasSize(4);
        }
    }

    /** Step 0 is never reached: the starter ends in its own time and what it started goes on. */
    private Process starter(int killAtStep) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoStarter.class.getName(),
                        home.toString(),
                        Integer.toString(killAtStep))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Test
    void theDemoOutlivesItsStarterAndHoldsNoPipeOpen() throws Exception {
        Process starter = starter(0);
        try (BufferedReader reader = starter.inputReader()) {
            // Ends only when nobody holds the other end of the pipe.
            assertThat(reader.lines().toList()).last().asString().contains("alreadyRunning=false");
        }
        assertThat(starter.waitFor()).isZero();
        assertThat(demo.find()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStarterThatIsKilledAtAnyStepLeavesNothingThatAStopDoesNotEnd(int step) throws Exception {
        Process starter = starter(step);
        starter.getInputStream().readAllBytes();
        assertThat(starter.waitFor()).isEqualTo(137);
        assertThat(demo.find()).isEmpty();
        demo.stop(SILENT);
        Thread.sleep(200);
        assertThat(marked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 90, 120, 150, 180, 210, 240, 270, 300, 350, 400, 500})
    void aStarterThatIsKilledAtAnyTimeLeavesNothingThatAStopDoesNotEnd(int millis) throws Exception {
        Process starter = starter(0);
        starter.waitFor(millis, TimeUnit.MILLISECONDS);
        starter.destroyForcibly().waitFor();
        demo.stop(SILENT);
        Thread.sleep(200);
        assertThat(marked()).isEmpty();
    }

    @Test
    void aStartAfterACrashCleansUpAndStarts() throws Exception {
        Process starter = starter(6);
        starter.getInputStream().readAllBytes();
        starter.waitFor();
        assertThat(marked()).isNotEmpty();
        DemoHandle handle = demo.start(SILENT);
        assertThat(handle.alreadyRunning()).isFalse();
        assertThat(demo.stop(SILENT).ended()).hasSize(4);
    }

    @Test
    void aDemoWithADeadProcessIsStillFoundAndIsStartedAnew() {
        demo.start(SILENT);
        Child worker = new StateFile(folder().state())
                .read()
                .child("checkdoor_ai_agent_stream05")
                .orElseThrow();
        ProcessHandle handle = ProcessHandle.of(worker.identity().pid()).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
        assertThat(demo.find()).isPresent();
        assertThat(demo.start(SILENT).alreadyRunning()).isFalse();
        assertThat(demo.find()).isPresent();
    }

    @Test
    void portsThatAreTakenAreLeftAlone() throws IOException {
        try (ServerSocket prometheus = occupy(Service.PROMETHEUS);
                ServerSocket exporter = occupy(Service.PROCESS_EXPORTER)) {
            DemoHandle handle = demo.start(SILENT);
            assertThat(handle.prometheusUrl().getPort()).isNotEqualTo(Service.PROMETHEUS.usualPort());
            assertThat(handle.exporterUrl().getPort()).isNotEqualTo(Service.PROCESS_EXPORTER.usualPort());
            assertThat(List.of(prometheus, exporter)).noneMatch(ServerSocket::isClosed);
        }
    }

    /** Somebody else may have taken it already, which serves as well. */
    private static ServerSocket occupy(Service service) throws IOException {
        try {
            return new ServerSocket(service.usualPort(), 1, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            return new ServerSocket(0);
        }
    }

    @Test
    void aProgramThatEndsAtOnceEndsTheStartAndLeavesNothing() throws IOException {
        ScriptFolder scripts = new ScriptFolder(home.resolve("bin"));
        scripts.program("prometheus", "echo 'panic: not today'; exit 3");
        environment.put("PATH", scripts.folder() + ":" + environment.get("PATH"));
        assertThatThrownBy(() -> new NativeDemo(environment, home).start(SILENT))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("prometheus: ended with exit code 3: panic: not today");
        assertThat(marked()).isEmpty();
    }

    @Test
    void theRealServersBadConfigurationIsPlaced() throws Exception {
        ScriptFolder scripts = new ScriptFolder(home.resolve("bin"));
        Path real = SearchPath.of(environment).find("prometheus").orElseThrow();
        scripts.program(
                "prometheus",
                "for f; do case $f in --config.file=*) echo '  oops: 1' >> \"${f#*=}\";; esac; done\n" + "exec '" + real
                        + "' \"$@\"");
        environment.put("PATH", scripts.folder() + ":" + environment.get("PATH"));
        assertThatThrownBy(() -> new NativeDemo(environment, home).start(SILENT))
                .isInstanceOf(RejectedException.class)
                .hasMessageMatching("(?s).*prometheus/prometheus\\.yml:\\d+: prometheus rejects its configuration: .*");
    }

    @Test
    void aMissingProgramOnAMachineWithoutAptIsSaid() {
        environment.put("PATH", home.toString());
        assertThatThrownBy(() -> new NativeDemo(environment, home).start(SILENT))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("prometheus and prometheus-process-exporter: not on this machine");
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        environment.put("XDG_DATA_HOME", file.toString());
        assertThatThrownBy(() -> new NativeDemo(environment, home).start(SILENT))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(file.toString());
        environment.remove("XDG_DATA_HOME");
    }

    @Test
    void anInterruptedStartEndsWhatItHadStarted() {
        ProgressListener interrupter = progress -> {
            if (progress instanceof Progress.Waiting) {
                Thread.currentThread().interrupt();
            }
        };
        ScriptFolder scripts = new ScriptFolder(home.resolve("bin"));
        assertThatThrownBy(() -> {
                    scripts.program("prometheus", "exec sleep 60");
                    environment.put("PATH", scripts.folder() + ":" + environment.get("PATH"));
                    new NativeDemo(environment, home).start(interrupter);
                })
                .isInstanceOf(InterruptedByUserException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(marked()).isEmpty();
    }

    @Test
    void aPortThatIsTakenAfterItsChoiceIsTriedOnceMore() throws Exception {
        ScriptFolder scripts = new ScriptFolder(home.resolve("bin"));
        Path real = SearchPath.of(environment).find("prometheus").orElseThrow();
        Path tried = home.resolve("tried");
        scripts.program(
                "prometheus",
                "[ -e '" + tried + "' ] && exec '" + real + "' \"$@\"\n" + "touch '" + tried
                        + "'; echo 'err=\"listen tcp: bind: address already in use\"'; exit 1");
        environment.put("PATH", scripts.folder() + ":" + environment.get("PATH"));
        RecordedProgress progress = new RecordedProgress();
        assertThat(new NativeDemo(environment, home).start(progress).alreadyRunning())
                .isFalse();
        assertThat(progress.of(Progress.Failed.class)).hasSize(1);
        assertThat(demo.stop(SILENT).ended()).hasSize(4);
    }

    @Test
    void aFetchThatOutlivesItsKilledStarterIsEndedByAStop() throws Exception {
        ScriptFolder scripts = new ScriptFolder(home.resolve("bin"));
        scripts.program("apt-get", "exec /bin/sleep 60");
        scripts.program("dpkg", "exit 1");
        environment.put("PATH", scripts.folder().toString());
        Process starter = starter(0);
        await().atMost(10, SECONDS).until(() -> !marked().isEmpty());
        starter.destroyForcibly().waitFor();
        assertThat(marked()).hasSize(1);
        new NativeDemo(environment, home).stop(SILENT);
        assertThat(marked()).isEmpty();
        assertThat(home.resolve(".cache/monsh/packages")).isDirectoryNotContaining("glob:**/.unfinished*");
    }

    @Test
    void aListenerThatFailsEndsTheStartAndLeavesNothing() {
        ProgressListener broken = progress -> {
            if (progress instanceof Progress.Ready) {
                throw new IllegalStateException("nobody reads any more");
            }
        };
        assertThatThrownBy(() -> demo.start(broken)).hasMessage("nobody reads any more");
        assertThat(marked()).isEmpty();
    }
}
