package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.InterruptedByUserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    Path folder;

    @Test
    void aSecondTakerIsToldAndGivesUpWhenItsPatienceEnds() {
        AtomicInteger waits = new AtomicInteger();
        try (FolderLock _ = FolderLock.take(folder.resolve("lock"), Duration.ZERO, () -> {})) {
            assertThatThrownBy(() ->
                            FolderLock.take(folder.resolve("lock"), Duration.ofMillis(120), waits::incrementAndGet))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another monsh");
        }
        assertThat(waits).hasValue(1);
    }

    @Test
    void theLockIsFreeAfterItsHolder() {
        for (int i = 0; i < 2; i++) {
            try (FolderLock _ = FolderLock.take(folder.resolve("lock"), Duration.ZERO, () -> {
                throw new AssertionError("nobody holds it");
            })) {
                assertThat(folder.resolve("lock")).exists();
            }
        }
    }

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws Exception {
        Path file = folder.resolve("lock");
        Process other = holder(file);
        try {
            assertThatThrownBy(() -> FolderLock.take(file, Duration.ofMillis(100), () -> {}))
                    .isInstanceOf(ConflictException.class);
            Thread killer = Thread.ofVirtual().start(() -> {
                sleep(200);
                other.destroyForcibly();
            });
            try (FolderLock _ = FolderLock.take(file, Duration.ofSeconds(10), () -> {})) {
                assertThat(other.waitFor()).isEqualTo(137);
            }
            killer.join();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void anInterruptEndsTheWait() {
        try (FolderLock _ = FolderLock.take(folder.resolve("lock"), Duration.ZERO, () -> {})) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> FolderLock.take(folder.resolve("lock"), Duration.ofSeconds(10), () -> {}))
                    .isInstanceOf(InterruptedByUserException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Process holder(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds a lock until it is killed. */
    static final class LockHolder {

        private LockHolder() {}

        public static void main(String[] words) throws InterruptedException {
            try (FolderLock _ = FolderLock.take(Path.of(words[0]), Duration.ofSeconds(5), () -> {})) {
                System.out.println("held");
                Thread.sleep(Duration.ofMinutes(1));
            }
        }
    }
}
