package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.InterruptedByUserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void theStatusAndBothStreamsAreHandedBack() {
        ProgramRun.Ended ended = ended(shell("echo out; echo err >&2; exit 3"));

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.outText()).isEqualTo("out\n");
        assertThat(ended.errText()).isEqualTo("err\n");
        assertThat(ended.complaint()).isEqualTo("err\n");
        assertThat(ended.ok()).isFalse();
        assertThat(ended(shell("exit 0")).success()).isPresent();
    }

    @Test
    void bothStreamsAreDrainedAndTheirFirstBytesKept() {
        ProgramRun.Ended ended = ended(shell("""
                i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789
                echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done""").keeping(1000));

        assertThat(ended.out()).hasSize(1000);
        assertThat(ended.err()).hasSize(1000);
        assertThat(ended.status()).isZero();
    }

    @Test
    void aProgramGetsItsInputItsFolderAndItsEnvironmentAlone() throws IOException {
        byte[] input = "line\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        Program counter = Program.of(List.of("wc", "-c"), PATH, PATIENCE).reading(new ProgramInput.Bytes(input));

        assertThat(ended(counter).outText().strip()).isEqualTo("250000");
        assertThat(ended(shell("pwd").in(folder)).outText()).isEqualTo(folder.toRealPath() + "\n");
        assertThat(ended(shell("echo $HOME-$MORE").with("MORE", "x")).outText()).isEqualTo("-x\n");
        assertThat(ended(shell("cat")).outText()).isEmpty();
    }

    @Test
    void aFileCanBeTheInput() throws IOException {
        Path file = Files.writeString(folder.resolve("input"), "from a file");

        assertThat(ended(shell("cat").reading(new ProgramInput.FromFile(file))).outText())
                .isEqualTo("from a file");
    }

    @Test
    void oneStreamKeepsTheOrderOfWriting() {
        assertThat(ended(shell("echo 1; echo 2 >&2; echo 3").withOneStream()).outText())
                .isEqualTo("1\n2\n3\n");
    }

    @Test
    void linesAreHandedOverAsTheyCome() {
        List<String> out = Collections.synchronizedList(new ArrayList<>());
        List<String> err = Collections.synchronizedList(new ArrayList<>());
        shell("echo one; printf 'two\\r\\nthree'; echo four >&2").run(out::add, err::add);

        assertThat(out).containsExactly("one", "two", "three");
        assertThat(err).containsExactly("four");
    }

    @Test
    void aProgramThatTakesTooLongIsKilledWithItsChildren() throws IOException, InterruptedException {
        Path pids = folder.resolve("pids");
        Program program = new Program(
                List.of("sh", "-c", "trap '' TERM; sleep 100 & echo $$ $! > pids; wait; sleep 100"),
                PATH,
                Optional.of(folder),
                new ProgramInput.None(),
                Duration.ofMillis(300),
                1000,
                false);

        assertThat(program.run()).isEqualTo(new ProgramRun.OutOfTime(Duration.ofMillis(300)));
        for (String pid : Files.readString(pids).strip().split(" ", -1)) {
            awaitEnd(Long.parseLong(pid));
        }
    }

    @Test
    void anInterruptKillsTheProgram() throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        Thread runner = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            while (!Files.exists(folder.resolve("ready"))) {
                Thread.onSpinWait();
            }
            runner.interrupt();
        });

        assertThatThrownBy(() -> shell("echo $$ > pid; : > ready; exec sleep 100")
                        .in(folder)
                        .run())
                .isInstanceOf(InterruptedByUserException.class);
        assertThat(Thread.interrupted()).isTrue();
        awaitEnd(Long.parseLong(Files.readString(pid).strip()));
    }

    @Test
    void aChildThatKeepsTheOutputOpenDoesNotHoldTheCaller() throws IOException, InterruptedException {
        ProgramRun.Ended ended = ended(shell("sleep 100 & echo $!"));

        assertThat(ended.ok()).isTrue();
        long child = Long.parseLong(ended.outText().strip());
        assertThat(ProcessHandle.of(child)).isPresent();
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd(child);
    }

    @Test
    void whatCannotBeStartedIsAValue() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no program");

        assertThat(Program.of(List.of("no-such-program"), PATH, PATIENCE).run())
                .isEqualTo(new ProgramRun.NotStarted("not found on PATH"));
        assertThat(Program.of(List.of(text.toString()), PATH, PATIENCE).run())
                .isInstanceOf(ProgramRun.NotStarted.class);
        assertThat(shell("true").in(folder.resolve("absent")).run())
                .isEqualTo(new ProgramRun.NotStarted("the folder " + folder.resolve("absent") + " does not exist"));
    }

    private static Program shell(String script) {
        return Program.of(List.of("sh", "-c", script), PATH, PATIENCE);
    }

    private static ProgramRun.Ended ended(Program program) {
        return (ProgramRun.Ended) program.run();
    }

    private static void awaitEnd(long pid) throws InterruptedException {
        ProcTable table = new ProcTable(Path.of("/proc"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (table.identity(pid).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
