package dev.monsh.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UnreachableException;
import dev.monsh.process.usage.MachineFigures;
import dev.monsh.process.usage.ProcessFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcfsMeterTest {

    private static final Path PROC = Path.of("/proc");

    @TempDir
    private Path folder;

    @Test
    void thisProcessIsMeasuredAsTheKernelHasIt() {
        ProcfsMeter meter = new ProcfsMeter(PROC);
        long self = ProcessHandle.current().pid();
        ProcessFigures figures = meter.measure().stream()
                .filter(each -> each.pid() == self)
                .findFirst()
                .orElseThrow();
        assertThat(figures.cpuNanos()).isPositive();
        assertThat(figures.residentBytes()).isBetween(10_000_000L, 8_000_000_000L);
        assertThat(figures.threads()).isGreaterThan(3);
        assertThat(meter.openFiles((int) self).orElseThrow().share()).isBetween(0.0, 1.0);
    }

    @Test
    void aNameWithBlanksAndParenthesesMovesNoField() throws IOException {
        Path process = Files.createDirectories(folder.resolve("42"));
        Files.writeString(
                process.resolve("stat"),
                "42 (a) (b c) S 1 42 42 0 -1 4194304 1 2 3 4 150 50 0 0 20 0 7 0 98765 1000000 256 18446744073709551615 1\n");
        assertThat(new ProcfsMeter(folder).measure())
                .containsExactly(new ProcessFigures(42, 98765, 2_000_000_000L, 256 * 4096L, 7));
    }

    @Test
    void aProcessThatHasEndedIsNotMeasuredAgain() throws Exception {
        ProcfsMeter meter = new ProcfsMeter(PROC);
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(meter.measure()).anyMatch(each -> each.pid() == process.pid());
            assertThat(meter.measure()).anyMatch(each -> each.pid() == process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(meter.measure()).noneMatch(each -> each.pid() == process.pid());
    }

    @Test
    void aProcessThatEndsWhileItIsReadIsLeftOut() throws IOException {
        Files.createDirectories(folder.resolve("43"));
        Files.writeString(Files.createDirectories(folder.resolve("44")).resolve("stat"), "44 (cut");
        assertThat(new ProcfsMeter(folder).measure()).isEmpty();
        assertThat(new ProcfsMeter(folder).openFiles(43)).isEmpty();
    }

    @Test
    void theMachineHasMemoryADiskAndAProcessor() {
        MachineFigures figures = new ProcfsMachine(PROC, Path.of("/")).measure();
        assertThat(figures.busyTicks()).isBetween(1L, figures.allTicks());
        assertThat(figures.memoryAvailable()).isBetween(1L, figures.memoryTotal());
        assertThat(figures.diskUsed()).isBetween(0L, figures.diskTotal());
    }

    @Test
    void aFolderThatIsNoProcIsSaid() {
        assertThatThrownBy(() -> new ProcfsMeter(folder.resolve("none")).measure())
                .isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> new ProcfsMachine(folder, Path.of("/")).measure())
                .isInstanceOf(UnreachableException.class);
    }
}
