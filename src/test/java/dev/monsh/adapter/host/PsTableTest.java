package dev.monsh.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.NextStep;
import dev.monsh.failure.UsageException;
import dev.monsh.process.ProcessSnapshot;
import dev.monsh.process.RunningProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsTableTest {

    private static ProcessSnapshot read(String text) {
        return new PsTable("ps.txt", text.getBytes(StandardCharsets.UTF_8)).read(Set.of());
    }

    @Test
    void readsPsAux() {
        ProcessSnapshot snapshot = read("""
                USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
                root           1  0.0  0.0   2576   960 ?        Ss   17:31   0:00 /sbin/init splash
                root           2  0.0  0.0      0     0 ?        S    Nov21   0:00 [kworker/0:1-events]
                www-data+     33  0.1  0.2  10000  5000 ?        S    17:31   0:01 nginx: worker process
                ada           40  0.0  0.0      0     0 ?        Z    17:31   0:00 [sh] <defunct>
                """);
        assertThat(snapshot.processes())
                .extracting(RunningProcess::pid, RunningProcess::ppid, RunningProcess::user, RunningProcess::comm)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 0, "root", "init"),
                        org.assertj.core.groups.Tuple.tuple(2, 0, "root", "kworker/0:1-events"),
                        org.assertj.core.groups.Tuple.tuple(33, 0, "www-data+", "nginx"),
                        org.assertj.core.groups.Tuple.tuple(40, 0, "ada", "sh"));
        assertThat(snapshot.processes().get(0).argv()).containsExactly("/sbin/init", "splash");
        assertThat(snapshot.processes().get(1).argv()).isEmpty();
        assertThat(String.join("\n", snapshot.caveats()))
                .contains("split at spaces", "comm is guessed", "parents are missing", "long user names");
    }

    @Test
    void readsPsEf() {
        ProcessSnapshot snapshot = read("""
                UID          PID    PPID  C STIME TTY          TIME CMD
                root           1       0  0 17:31 ?        00:00:00 /sbin/init
                ada          100       1  0 17:31 pts/0    00:00:00 -bash
                ada          101     100  0 17:31 pts/0    00:00:00 python3 -m uvicorn  two_blanks
                """);
        assertThat(snapshot.processes()).extracting(RunningProcess::ppid).containsExactly(0, 1, 100);
        assertThat(snapshot.processes().get(1).comm()).isEqualTo("bash");
        assertThat(snapshot.processes().get(2).commandLine()).isEqualTo("python3 -m uvicorn  two_blanks");
        assertThat(String.join("\n", snapshot.caveats()))
                .doesNotContain("parents")
                .contains("comm is guessed");
    }

    @Test
    void readsPidPpidUserCommArgs() {
        ProcessSnapshot snapshot = read("""
                    PID    PPID USER     COMMAND         COMMAND
                      1       0 root     my worker (a)   /opt/my worker --id=7
                2345678       1 ada      python3.9       python3.9 x.py
                      9       1 root     kthreadd        [kthreadd]
                """);
        assertThat(snapshot.processes())
                .extracting(RunningProcess::comm)
                .containsExactly("my worker (a)", "python3.9", "kthreadd");
        assertThat(snapshot.processes().get(0).commandLine()).isEqualTo("/opt/my worker --id=7");
        assertThat(snapshot.processes().get(2).argv()).isEmpty();
        assertThat(String.join("\n", snapshot.caveats())).doesNotContain("comm is guessed");
    }

    @Test
    void aTableThatLostItsBlanksIsStillRead() {
        assertThat(read("PID PPID USER COMMAND COMMAND\n7 1 ada python3 python3 -m x\n")
                        .processes())
                .singleElement()
                .satisfies(process -> {
                    assertThat(process.comm()).isEqualTo("python3");
                    assertThat(process.argv()).containsExactly("python3", "-m", "x");
                });
    }

    @Test
    void theLinesOfATreeAreTakenOff() {
        String text = "UID PID PPID C STIME TTY TIME CMD\nada 7 1 0 17:31 ? 00:00:00  |   \\_ sleep 5\n";
        assertThat(read(text).processes().getFirst().argv()).isEqualTo(List.of("sleep", "5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello\n",
                "PID TTY TIME\n",
                "USER COMMAND\n",
                "PID STARTED COMMAND\n",
                "PID COMMAND USER COMMAND\n"
            })
    void whatIsNoTableOfPsIsRejected(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(UsageException.class, failure -> {
            assertThat(failure.what()).isEqualTo("ps.txt:1");
            assertThat(failure.next()).isEqualTo(new NextStep.Text("ps -eo pid,ppid,user,comm,args"));
        });
    }

    @Test
    void aLineThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> read("PID COMMAND\n1 a\nx b\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("ps.txt:3");
    }

    @Test
    void thePsOfThisMachineIsRead() throws Exception {
        for (List<String> form :
                List.of(List.of("ps", "aux"), List.of("ps", "-ef"), List.of("ps", "-eo", "pid,ppid,user,comm,args"))) {
            Process ps = new ProcessBuilder(form).start();
            byte[] output = ps.getInputStream().readAllBytes();
            assertThat(new PsTable("ps", output).read(Set.of()).processes())
                    .extracting(process -> (long) process.pid())
                    .contains(ProcessHandle.current().pid());
        }
    }
}
