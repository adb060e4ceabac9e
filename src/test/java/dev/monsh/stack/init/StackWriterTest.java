package dev.monsh.stack.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackWriterTest {

    private final StackWriter writer = new StackWriter(new AtomicFile(InstantSource.system()));

    @TempDir
    Path above;

    @Test
    void everyServerCanReadWhatIsWritten() throws IOException {
        NewStack stack = stack();
        writer.write(stack, writer.plan(stack));
        assertThat(mode("docker-compose.yml")).isEqualTo("rw-r--r--");
        assertThat(mode("prometheus")).isEqualTo("rwxr-xr-x");
        assertThat(mode("populate_log.sh")).isEqualTo("rwxr-xr-x");
    }

    @Test
    void whatIsThereWithTheSameContentIsLeftAlone() throws IOException {
        NewStack stack = stack();
        writer.write(stack, writer.plan(stack));
        Files.delete(above.resolve("stack/loki/loki.yml"));
        List<StackWriter.Planned> plan = writer.plan(stack);
        assertThat(plan)
                .filteredOn(planned -> !planned.there())
                .extracting(planned -> planned.file().path())
                .containsExactly(above.resolve("stack/loki/loki.yml"));
        writer.write(stack, plan);
        assertThat(writer.plan(stack)).allMatch(StackWriter.Planned::there);
    }

    @Test
    void aLinkThatLeadsNowhereIsSaidToBeOne() throws IOException {
        Files.createSymbolicLink(above.resolve("stack"), above.resolve("gone"));
        assertThatThrownBy(() -> writer.plan(stack()))
                .hasMessageContaining("this is a symbolic link to a folder that does not exist");
    }

    @Test
    void everyFileThatIsAnotherOneIsNamedAndNothingIsWritten() throws IOException {
        Path stack = Files.createDirectories(above.resolve("stack/loki")).getParent();
        Files.writeString(stack.resolve("loki/loki.yml"), "mine\n");
        Files.writeString(stack.resolve("README.md"), "mine\n");
        Files.writeString(stack.resolve("compose.override.yaml"), "services: {}\n");
        assertThatThrownBy(() -> writer.plan(stack()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(stack.resolve("loki/loki.yml") + ", " + stack.resolve("README.md") + ", "
                        + stack.resolve("compose.override.yaml") + "; nothing was written");
        try (Stream<Path> files = Files.walk(stack)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsAnotherFile() throws IOException {
        Path stack = Files.createDirectories(above.resolve("stack"));
        Files.createSymbolicLink(stack.resolve("README.md"), stack.resolve("nowhere"));
        assertThatThrownBy(() -> writer.plan(stack())).isInstanceOf(ConflictException.class);
    }

    @Test
    void aFailureInTheMiddleLeavesNothingBehind() throws IOException {
        Path stack = Files.createDirectories(above.resolve("stack"));
        Files.writeString(stack.resolve("promtail"), "a file where a folder is to be\n");
        NewStack wanted = stack();
        List<StackWriter.Planned> plan = writer.plan(wanted);
        assertThatThrownBy(() -> writer.write(wanted, plan)).isInstanceOf(MonshException.class);
        try (Stream<Path> files = Files.list(stack)) {
            assertThat(files).containsExactly(stack.resolve("promtail"));
        }
    }

    @Test
    void aFileThatAppearsMeanwhileIsNotTouchedAndTheOthersGoAgain() throws IOException {
        NewStack wanted = stack();
        List<StackWriter.Planned> plan = writer.plan(wanted);
        Path stack = Files.createDirectories(above.resolve("stack"));
        Files.writeString(stack.resolve("README.md"), "mine\n");
        assertThatThrownBy(() -> writer.write(wanted, plan)).isInstanceOf(ConflictException.class);
        assertThat(stack.resolve("README.md")).hasContent("mine\n");
        try (Stream<Path> files = Files.list(stack)) {
            assertThat(files).containsExactly(stack.resolve("README.md"));
        }
    }

    @Test
    void foldersThatWereMadeForAStackThatFailedGoAgain() throws IOException {
        Path deep = above.resolve("a/b/stack");
        NewStack wanted = new NewStack(deep, above.resolve("file/logs"), new Reach.ThisMachine());
        Files.writeString(above.resolve("file"), "a file where a folder is to be\n");
        assertThatThrownBy(() -> writer.write(wanted, writer.plan(wanted))).isInstanceOf(MonshException.class);
        assertThat(above.resolve("a")).doesNotExist();
    }

    private NewStack stack() {
        return new NewStack(above.resolve("stack"), above.resolve("stack/logs"), new Reach.ThisMachine());
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(above.resolve("stack").resolve(file)));
    }
}
