package dev.monsh.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.testing.ProcfsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcfsTableTest {

    @TempDir
    Path folder;

    private List<RunningProcess> read(ProcfsFolder.Entry entry) {
        ProcfsFolder.create(folder).add(entry);
        return new ProcfsTable(folder).read(Set.of()).processes();
    }

    @Test
    void aNameMayHoldBlanksAndParentheses() {
        assertThat(read(ProcfsFolder.Entry.of(5, 4, "x) S 1 (y z", "/bin/a", "", "b c")))
                .containsExactly(new RunningProcess(
                        5,
                        4,
                        "x) S 1 (y z",
                        List.of("/bin/a", "", "b c"),
                        "",
                        Instant.ofEpochSecond(ProcfsFolder.BOOT_TIME + 1).plusMillis(50),
                        List.of()));
    }

    @Test
    void argvIsCutAtNulsAndThoseAtItsEndDoNotCount() {
        assertThat(ProcfsTable.argv(new byte[0], 0)).isEmpty();
        assertThat(ProcfsTable.argv(new byte[] {0, 0}, 2)).containsExactly("");
        assertThat(ProcfsTable.argv(new byte[] {0, 'a', 0, 0, 'b', 0, 0}, 7)).containsExactly("", "a", "", "b");
        assertThat(ProcfsTable.argv("one text\0".getBytes(java.nio.charset.StandardCharsets.UTF_8), 9))
                .containsExactly("one text");
    }

    @Test
    void bytesThatAreNotUtf8AreKept() {
        byte[] comm = {'w', (byte) 0xc3};
        ProcfsFolder.Entry entry = new ProcfsFolder.Entry(1, 0, comm, new byte[] {(byte) 0xff, 0}, 0, 0, "");
        RunningProcess process = read(entry).getFirst();
        assertThat(GoText.encode(process.comm())).isEqualTo(comm);
        assertThat(GoText.encode(process.argv().getFirst())).containsExactly(0xff);
    }

    @Test
    void usersAndControlGroupsAreReadWhereTheyAreAskedFor() throws Exception {
        Path passwd =
                Files.writeString(folder.resolve("passwd"), "root:x:0:0::/:\nada:x:4242:1::/:\nbob:x:4242:1::/:\n");
        ProcfsFolder.create(folder)
                .add(new ProcfsFolder.Entry(1, 0, new byte[] {'a'}, new byte[0], 4242, 1, "2:cpu:/x:y\n0::/z\n"))
                .add(new ProcfsFolder.Entry(2, 0, new byte[] {'a'}, new byte[0], 77, 1, "broken\n"));
        List<RunningProcess> processes = new ProcfsTable(folder, passwd)
                .read(EnumSet.allOf(ProcessDetail.class))
                .processes();
        assertThat(processes).extracting(RunningProcess::user).containsExactly("ada", "77");
        assertThat(processes).extracting(RunningProcess::cgroups).containsExactly(List.of("/x:y", "/z"), List.of());
    }

    @Test
    void aProcessThatEndsWhileItIsReadIsLeftOut() throws Exception {
        ProcfsFolder.create(folder).add(ProcfsFolder.Entry.of(1, 0, "a", "a"));
        Files.createDirectories(folder.resolve("2"));
        Files.createDirectories(folder.resolve("3"));
        Files.write(folder.resolve("3/stat"), new byte[] {'3', ' ', '('});
        Files.createDirectories(folder.resolve("self"));
        assertThat(new ProcfsTable(folder).read(Set.of()).processes())
                .extracting(RunningProcess::pid)
                .containsExactly(1);
    }

    @Test
    void aFolderThatIsNoProcSaysSo() throws Exception {
        assertThatThrownBy(() -> new ProcfsTable(folder.resolve("none")).read(Set.of()))
                .isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> new ProcfsTable(folder).read(Set.of()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("not a /proc");
        Files.writeString(folder.resolve("stat"), "cpu 1 2\n");
        assertThatThrownBy(() -> new ProcfsTable(folder).read(Set.of()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("btime");
    }

    @Test
    void theProcessOfThisTestIsInTheTableOfThisMachine() {
        ProcessHandle self = ProcessHandle.current();
        RunningProcess process = new ProcfsTable(Path.of("/proc"))
                .read(EnumSet.of(ProcessDetail.USER)).processes().stream()
                        .filter(candidate -> candidate.pid() == self.pid())
                        .findFirst()
                        .orElseThrow();
        assertThat(process.comm()).isEqualTo("java");
        assertThat(process.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(process.startTime())
                .isBetween(Instant.now().minusSeconds(7200), Instant.now().plusSeconds(2));
        assertThat(process.ppid()).isEqualTo((int) self.parent().orElseThrow().pid());
    }

    @Test
    void aLargeCommandLineIsReadWhole() {
        String large = "x".repeat(300_000);
        assertThat(read(ProcfsFolder.Entry.of(1, 0, "a", large, "end"))
                        .getFirst()
                        .argv())
                .containsExactly(large, "end");
    }
}
