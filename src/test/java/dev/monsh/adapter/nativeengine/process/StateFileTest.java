package dev.monsh.adapter.nativeengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.os.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final RunState STATE = new RunState(
            true,
            List.of(child("prometheus", 12, 9090, "/usr/bin/prometheus"), child("worker", 13, 0, "/home/a b/uvicorn")));

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private StateFile stateFile = new StateFile(file);

    @BeforeEach
    void makeFile() {
        file = folder.resolve("state");
        stateFile = new StateFile(file);
    }

    private static Child child(String name, long pid, int port, String program) {
        ProcessIdentity identity = new ProcessIdentity(pid, 77, "boot");
        return new Child(name, identity, port, Instant.parse("2026-01-02T03:04:05Z"), program);
    }

    @Test
    void whatIsWrittenIsRead() {
        stateFile.write(STATE);
        assertThat(stateFile.read()).isEqualTo(STATE);
    }

    @Test
    void aControlCharacterInAProgramsPathDoesNotBreakTheFile() {
        stateFile.write(new RunState(false, List.of(child("a", 1, 0, "/x\ty\nz"))));
        assertThat(stateFile.read().children()).extracting(Child::program).containsExactly("/x?y?z");
    }

    @Test
    void everyTornFileCountsAsEmpty() throws IOException {
        stateFile.write(STATE);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(stateFile.read()).as("cut at %d", length).isEqualTo(RunState.empty());
        }
    }

    @Test
    void aFileOfZerosOrOfAnotherVersionCountsAsEmpty() throws IOException {
        Files.write(file, new byte[500]);
        assertThat(stateFile.read()).isEqualTo(RunState.empty());
        Files.writeString(file, "monsh processes 2\ncomplete\nend\n");
        assertThat(stateFile.read()).isEqualTo(RunState.empty());
    }

    @Test
    void aMissingFileCountsAsEmpty() {
        assertThat(stateFile.read()).isEqualTo(RunState.empty());
        stateFile.delete();
    }

    @Test
    void aChildReplacesTheEarlierOneOfItsName() {
        RunState state = STATE.with(child("worker", 99, 0, "/x"));
        assertThat(state.children()).hasSize(2);
        assertThat(state.child("worker").orElseThrow().identity().pid()).isEqualTo(99);
    }
}
