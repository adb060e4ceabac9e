package dev.monsh.adapter.nativeengine.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.monsh.failure.UsageException;
import dev.monsh.os.FolderRemover;
import dev.monsh.os.ProcTable;
import dev.monsh.os.ProcessIdentity;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import dev.monsh.testing.RecordedProgress;
import dev.monsh.testing.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSupervisorTest {

    @TempDir
    Path temporary;

    private final ProcTable table = new ProcTable(Path.of("/proc"));
    private final ProgressListener silent = ProgressListener.silent();
    private ScriptFolder scripts = new ScriptFolder(Path.of(""));
    private RunFolder folder = new RunFolder(Path.of(""));
    private ProcessSupervisor supervisor = supervisor();

    @BeforeEach
    void openFolder() {
        scripts = new ScriptFolder(temporary.resolve("pro grams"));
        folder = new RunFolder(temporary.resolve("it's a stack"));
        supervisor = supervisor();
        supervisor.open();
    }

    @AfterEach
    void endAll() {
        supervisor.endAll(silent);
    }

    private ProcessSupervisor supervisor() {
        return new ProcessSupervisor(folder, Map.of("PATH", "/usr/bin:/bin", "SECRET", "s"), table);
    }

    private Started start(String name, String body, String... words) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(List.of(scripts.program(name, body).toString()));
        command.addAll(List.of(words));
        return supervisor.start(new Launch(name, command, Map.of("EXTRA", "x y"), 0), silent);
    }

    private String output(Started started) throws IOException {
        return Files.readString(started.output());
    }

    @Test
    void aProgramGetsItsWordsUnchanged() throws Exception {
        Started started = start("say", "printf '<%s>' \"$@\"", "a b", "$(id)", "'\"\\", "", "*");
        assertThat(started.process().waitFor()).isZero();
        assertThat(output(started)).isEqualTo("<a b><$(id)><'\"\\><><*>");
    }

    @Test
    void aProgramLeadsItsOwnSessionAndHoldsNothingOfOurs() throws Exception {
        Started started = start("look", "ls -l /proc/$$/fd; cat /proc/$$/stat; pwd; sleep 60");
        await().atMost(5, SECONDS).until(() -> output(started).contains("it's a stack\n"));
        assertThat(table.stat(started.process().pid()).orElseThrow().leadsSession())
                .isTrue();
        assertThat(output(started))
                .contains(" 0 -> /dev/null")
                .contains(" 1 -> " + started.output())
                .contains(" 2 -> " + started.output())
                .doesNotContain("pipe:")
                .doesNotContain("socket:");
    }

    @Test
    void aProgramGetsNoMoreOfOurEnvironmentThanItNeeds() throws Exception {
        Started started = start("env", "env; sleep 60");
        assertThat(table.environment(started.process().pid()))
                .doesNotContainKey("SECRET")
                .containsEntry("PATH", "/usr/bin:/bin")
                .containsEntry("EXTRA", "x y")
                .containsEntry("MONSH_DEMO", folder.id());
    }

    @Test
    void aStartReturnsWhenTheProcessHasTheProgramsName() throws Exception {
        for (int i = 0; i < 10; i++) {
            Started started = start("uvicorn", "sleep 60");
            assertThat(table.stat(started.process().pid()).orElseThrow().comm()).isEqualTo("uvicorn");
        }
    }

    @Test
    void nothingStartsWithoutTheMarker() throws Exception {
        Files.delete(folder.marker());
        Started started = start("say", "echo ran");
        assertThat(started.process().waitFor()).isEqualTo(125);
        assertThat(output(started)).isEmpty();
    }

    @Test
    void whatWasStartedIsRecordedAndFoundByAnotherMonsh() throws Exception {
        Started started = start("a", "sleep 60");
        Child child = supervisor().state().child("a").orElseThrow();
        assertThat(child).isEqualTo(started.child());
        assertThat(supervisor().lives(child)).isTrue();
        assertThat(supervisor().state().complete()).isFalse();
        supervisor.complete();
        assertThat(supervisor().state().complete()).isTrue();
    }

    @Test
    void aStopEndsEveryProcessWithItsChildrenAndNamesEachOnce() throws Exception {
        Started a = start("a", "sleep 60 & sleep 61; true");
        Started b = start("b", "while :; do sleep 0.05; done");
        await().atMost(5, SECONDS).until(() -> marked().size() >= 4);
        RecordedProgress progress = new RecordedProgress();
        assertThat(supervisor().endAll(progress))
                .containsExactly(
                        new Ended("a", a.process().pid(), false),
                        new Ended("b", b.process().pid(), false));
        assertThat(marked()).isEmpty();
        assertThat(progress.of(Progress.Stopping.class)).hasSize(2);
        assertThat(progress.of(Progress.Stopped.class)).hasSize(2);
        assertThat(folder.marker()).doesNotExist();
        assertThat(folder.state()).doesNotExist();
    }

    @Test
    void aSecondStopFindsNothing() throws Exception {
        start("a", "sleep 60");
        supervisor.endAll(silent);
        assertThat(supervisor.endAll(silent)).isEmpty();
    }

    @Test
    void aProcessThatEndsByItselfWhenTheMarkerGoesIsReportedToo() throws Exception {
        Started started = start("quick", "while [ -e \"$MONSH_STACK_MARKER\" ]; do :; done");
        assertThat(supervisor.endAll(silent))
                .containsExactly(new Ended("quick", started.process().pid(), false));
    }

    @Test
    void aProcessThatIsGoneBeforeTheFirstSignalIsReportedAllTheSame() throws Exception {
        Child child = start("gone", "exit 0").child();
        Terminator.Target target = new Terminator.Target("gone", child.identity(), true);
        assertThat(new Terminator(table, Duration.ZERO, silent).end(List.of(target), List::of))
                .containsExactly(new Ended("gone", child.identity().pid(), false));
    }

    @Test
    void aProcessThatIgnoresTheRequestIsKilled() throws Exception {
        Started started = start("stubborn", "trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        Child child = started.child();
        await().until(() -> output(started).contains("deaf"));
        Terminator terminator = new Terminator(table, Duration.ofMillis(300), silent);
        Terminator.Target target = new Terminator.Target("stubborn", child.identity(), true);
        List<Ended> ended =
                terminator.end(List.of(target), () -> supervisor.lives(child) ? List.of(target) : List.of());
        assertThat(ended)
                .containsExactly(new Ended("stubborn", started.process().pid(), true));
        assertThat(started.process().waitFor()).isEqualTo(137);
    }

    @Test
    void aProcessThatWasNeverRecordedIsFoundByItsMark() throws Exception {
        Started started = start("lost", "sleep 60");
        Files.delete(folder.state());
        assertThat(supervisor().endAll(silent))
                .containsExactly(new Ended("lost", started.process().pid(), false));
    }

    @Test
    void allIsFoundWhenTheFolderIsGone() throws Exception {
        Started started = start("homeless", "sleep 60");
        FolderRemover.remove(folder.folder());
        assertThat(supervisor().endAll(silent))
                .containsExactly(new Ended("homeless", started.process().pid(), false));
        assertThat(folder.folder()).doesNotExist();
    }

    @Test
    void aForeignProcessOfTheSameNameSurvives() throws Exception {
        start("uvicorn", "sleep 60");
        Process foreign = new ProcessBuilder(scripts.folder() + "/uvicorn").start();
        Process otherDemo = marked("someone else's");
        try {
            supervisor.endAll(silent);
            Thread.sleep(100);
            assertThat(foreign.isAlive()).isTrue();
            assertThat(otherDemo.isAlive()).isTrue();
        } finally {
            for (Process process : List.of(foreign, otherDemo)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private Process marked(String id) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(scripts.folder() + "/uvicorn");
        builder.environment().put(RunFolder.ID_VARIABLE, id);
        return builder.start();
    }

    @Test
    void aProcessThatGotTheNumberOfAnEarlierOneIsNotSignalled() throws Exception {
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessIdentity real = table.identity(foreign.pid()).orElseThrow();
            List<ProcessIdentity> stale = List.of(
                    new ProcessIdentity(real.pid(), real.startTicks() - 1, real.bootId()),
                    new ProcessIdentity(real.pid(), real.startTicks(), "an earlier boot"));
            for (ProcessIdentity identity : stale) {
                Child child = new Child("prometheus", identity, 9090, Instant.EPOCH, "/x");
                new StateFile(folder.state()).write(new RunState(true, List.of(child)));
                assertThat(supervisor.lives(child)).isFalse();
                assertThat(supervisor.endAll(silent)).isEmpty();
            }
            Thread.sleep(100);
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void onlyTheNamedOnesAreEnded() throws Exception {
        Started a = start("a", "sleep 60");
        Started b = start("b", "sleep 60");
        assertThat(supervisor.end(Set.of("a"), silent)).extracting(Ended::name).containsExactly("a");
        assertThat(a.process().waitFor()).isNotZero();
        assertThat(b.process().isAlive()).isTrue();
        assertThat(folder.marker()).exists();
    }

    @Test
    void anInterruptDoesNotLeaveAStopHalfDone() throws Exception {
        start("a", "sleep 60");
        Thread.currentThread().interrupt();
        assertThat(supervisor.endAll(silent)).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(marked()).isEmpty();
    }

    @Test
    void aFolderWhereAFileIsInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        RunFolder blocked = new RunFolder(file);
        assertThatThrownBy(() -> new ProcessSupervisor(blocked, Map.of(), table).open())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(file.toString());
    }

    private List<ProcessIdentity> marked() {
        return table.startedWith(RunFolder.ID_VARIABLE, folder.id());
    }
}
