package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Launched;
import dev.monsh.testing.docker.DockerLab;
import dev.monsh.testing.docker.LabStack;
import dev.monsh.testing.docker.WithDockerLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The manual's stack in a folder of its own, on a real engine; not started yet, and gone after each test. */
@WithDockerLab
abstract class OnTheManualsStack {

    @TempDir
    private Path folder;

    /** The engine. */
    protected final DockerLab docker;

    /** The stack's folder. */
    protected Path files = Path.of("");

    protected LabStack stack;

    /** The program, run in the stack's folder. */
    protected Launched monsh = Launched.in(Path.of(""));

    OnTheManualsStack(DockerLab docker) {
        this.docker = docker;
        this.stack = new LabStack(docker, Path.of(""), Map.of());
    }

    @BeforeEach
    void prepare() throws IOException {
        files = Files.createDirectories(folder.resolve("stack"));
        stack = LabStack.write(docker, files);
        monsh = docker.on(Launched.in(Files.createDirectories(folder.resolve("runs"))))
                .from(files);
    }

    @AfterEach
    void remove() {
        stack.compose("down", "--volumes", "--remove-orphans", "--timeout", "2");
    }

    /** Replaces a text that must be in a file of the stack. */
    protected void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(files.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(files.resolve(file), text.replace(from, to));
    }
}
