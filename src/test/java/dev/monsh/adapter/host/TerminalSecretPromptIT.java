package dev.monsh.adapter.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks on a pseudo-terminal that {@code script} of util-linux makes. */
class TerminalSecretPromptIT {

    @TempDir
    private Path folder;

    @Test
    void whatIsTypedIsTakenAndNotShown() throws Exception {
        Path name = folder.resolve("tty");
        Path shown = folder.resolve("shown");
        Process terminal = new ProcessBuilder("script", "-qfc", "tty >" + name + "; exec sleep 60", shown.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await(() -> Files.exists(name) && Files.size(name) > 0);
            Path device = Path.of(Files.readString(name).strip());
            var answer = CompletableFuture.supplyAsync(
                    () -> new TerminalSecretPrompt(device).ask("password for \u001b[1mx: "));
            await(() -> Files.readString(shown).contains("password for ?[1mx: "));
            OutputStream keyboard = terminal.getOutputStream();
            keyboard.write("héllo \"$x\"\n".getBytes(StandardCharsets.UTF_8));
            keyboard.flush();

            assertThat(answer.get(10, TimeUnit.SECONDS))
                    .hasValueSatisfying(
                            value -> assertThat(new String(value.chars())).isEqualTo("héllo \"$x\""));
            assertThat(Files.readString(shown)).doesNotContain("llo");
            assertThat(settings(device)).as("shown again afterwards").contains(" echo ");
        } finally {
            terminal.descendants().forEach(ProcessHandle::destroyForcibly);
            terminal.destroyForcibly();
        }
    }

    private static String settings(Path device) throws IOException {
        Process stty =
                new ProcessBuilder("stty", "-a").redirectInput(device.toFile()).start();
        return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace('\n', ' ');
    }

    @Test
    void whereThereIsNoTerminalNothingIsAnswered() {
        assertThat(new TerminalSecretPrompt(folder.resolve("no-terminal")).ask("password: "))
                .isEqualTo(Optional.empty());
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
