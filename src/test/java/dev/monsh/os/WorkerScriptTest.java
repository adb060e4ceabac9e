package dev.monsh.os;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.stack.demo.DemoFile;
import dev.monsh.stack.demo.DemoLayout;
import dev.monsh.stack.demo.DemoWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerScriptTest {

    @TempDir
    Path folder;

    private Path marker = Path.of("");
    private Path log = Path.of("");
    private Process worker =
            ProcessBuilder.startPipeline(List.of(new ProcessBuilder("true"))).getFirst();

    WorkerScriptTest() throws IOException {}

    @BeforeEach
    void writeScript() throws IOException {
        DemoLayout layout = new DemoLayout(folder);
        for (DemoFile file : layout.files(Map.of())) {
            AtomicFile.write(file.path(), file.text(), file.executable());
        }
        DemoWorker first = layout.workers().getFirst();
        marker = Files.createFile(folder.resolve("marker"));
        log = first.logFile();
        Files.createDirectories(layout.logs());
    }

    @AfterEach
    void end() {
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    private void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(folder + "/workers/uvicorn", "ppl_stream02")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("MONSH_STACK_MARKER", marker + "", "WORKER_LOG", log + "", "WORKER_LOAD", "3"));
        worker = builder.start();
        await().atMost(5, SECONDS).until(() -> Files.exists(log) && lines().size() > 12);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(log);
    }

    @Test
    void theKernelCallsItUvicornAndItsNameIsOnTheCommandLine() throws IOException {
        start();
        ProcTable table = new ProcTable(Path.of("/proc"));
        assertThat(table.stat(worker.pid()).orElseThrow().comm()).isEqualTo("uvicorn");
        assertThat(String.join(" ", table.commandLine(worker.pid()))).contains("uvicorn ppl_stream02");
    }

    @Test
    void everyLineHasATimeALevelAndTheName() throws IOException {
        start();
        assertThat(lines())
                .allMatch(line -> line.matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ (INFO|WARNING|ERROR) ppl_stream02 .+"));
        assertThat(lines()).anyMatch(line -> line.contains(" ERROR ")).anyMatch(line -> line.contains(" WARNING "));
    }

    @Test
    void itUsesSomeCpuAndNotMuch() throws Exception {
        start();
        long before = ticks();
        Thread.sleep(3000);
        assertThat(ticks() - before).isBetween(5L, 40L);
    }

    private long ticks() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + worker.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    @Test
    void itEndsByItselfWhenTheMarkerIsGone() throws Exception {
        start();
        Files.delete(marker);
        assertThat(worker.waitFor(5, SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    @Test
    void aFullLogIsSetAsideOnceAndANewOneBegun() throws IOException {
        Files.writeString(log, "x".repeat(999_990) + "\n");
        Files.writeString(Path.of(log + ".1"), "older");
        start();
        assertThat(Path.of(log + ".1")).content().startsWith("xxx").hasSizeGreaterThan(999_000);
        assertThat(Files.size(log)).isLessThan(10_000);
        try (var files = Files.list(log.resolveSibling("."))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void itEndsWhenItCannotWriteItsLog() throws Exception {
        log = folder.resolve("nowhere/x.log");
        ProcessBuilder builder = new ProcessBuilder(folder + "/workers/uvicorn", "ppl_stream02")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().putAll(Map.of("MONSH_STACK_MARKER", marker + "", "WORKER_LOG", log + ""));
        worker = builder.start();
        assertThat(worker.waitFor(5, SECONDS)).isTrue();
        assertThat(worker.exitValue()).isEqualTo(1);
        assertThat(folder.resolve("out")).content().contains("nowhere/x.log");
    }
}
