package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that run on somebody's gateway, where a slip of a quote would only be seen there. */
class ShellScriptsTest {

    private static final Path PROJECT = Path.of(System.getProperty("user.dir"));

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("src/main/resources"))) {
            return files.filter(file -> file.toString().endsWith(".sh")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theShellParsesIt(Path script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-n", script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
    }
}
