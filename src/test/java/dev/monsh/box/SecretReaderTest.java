package dev.monsh.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.TimedOutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReaderTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("PW", "hunter2", "NONE", "", "PATH", "/usr/local/bin:/usr/bin:/bin");

    private final SecretReader reader = new SecretReader(ENVIRONMENT);

    @TempDir
    Path folder;

    @Test
    void aVariableGivesItsValue() {
        assertThat(read(new Secret.FromEnvironment("PW"))).isEqualTo("hunter2");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThatThrownBy(() -> reader.read(new Secret.FromEnvironment("PWD2")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("environment variable PWD2: it is not set, but the configuration reads a secret from it");
        assertThatThrownBy(() -> reader.read(new Secret.FromEnvironment("NONE")))
                .hasMessageContaining("NONE: it is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n", "hunter2\nsecond line\n"})
    void aFileGivesItsFirstLine(String content) throws IOException {
        assertThat(read(new Secret.FromFile(file(content, "rw-------")))).isEqualTo("hunter2");
    }

    @Test
    void aFileMayHoldMoreThanAscii() throws IOException {
        assertThat(read(new Secret.FromFile(file("pä ß€\n", "r--------")))).isEqualTo("pä ß€");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aFileThatOthersCanReadOrChangeIsRefusedWithTheRemedy(String mode) throws IOException {
        Path file = file("hunter2", mode);
        assertThatThrownBy(() -> reader.read(new Secret.FromFile(file)))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.next()).isEqualTo(new NextStep.Text("chmod 600 " + file));
                    assertThat(e).hasMessageContaining(mode).hasMessageNotContaining("hunter2");
                });
    }

    @Test
    void theRemedyCanBePastedForAnyName() throws IOException {
        Path file = Files.move(file("x", "rw-r--r--"), folder.resolve("it's mine"));
        assertThatThrownBy(() -> reader.read(new Secret.FromFile(file)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.next())
                                .isEqualTo(new NextStep.Text("chmod 600 '" + folder + "/it'\\''s mine'")));
    }

    @Test
    void aFileWithoutASecretIsRefused() throws IOException {
        Path empty = file("", "rw-------");
        assertThatThrownBy(() -> reader.read(new Secret.FromFile(empty)))
                .hasMessageContaining("first line is empty")
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.next()).isNull());
        assertThatThrownBy(() -> reader.read(new Secret.FromFile(folder.resolve("absent"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("file not found");
        assertThatThrownBy(() -> reader.read(new Secret.FromFile(folder)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a folder");
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        Path file = file("x".repeat(SecretReader.LIMIT + 1), "rw-------");
        assertThatThrownBy(() -> reader.read(new Secret.FromFile(file))).hasMessageContaining("too long");
    }

    @Test
    void aCommandGivesTheFirstLineThatItPrints() {
        assertThat(read(new Secret.FromCommand("echo \"$PW\"; echo more"))).isEqualTo("hunter2");
    }

    @Test
    void aCommandMayPrintMoreThanAPipeHolds() {
        assertThat(read(new Secret.FromCommand("echo first; head -c 300000 /dev/zero")))
                .isEqualTo("first");
    }

    @Test
    void aCommandReadsNothingOfMonshsInput() {
        assertThat(read(new Secret.FromCommand("cat; echo end"))).isEqualTo("end");
    }

    @Test
    void aCommandThatFailsIsReportedByItsStatusAlone() {
        assertThatThrownBy(() -> reader.read(new Secret.FromCommand("(echo hunter2; echo hunter2 >&2; exit 3)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("status 3")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> reader.read(new Secret.FromCommand("false hunter2")))
                .hasMessageStartingWith("the secret's command 'false': it ended with status 1")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aCommandThatPrintsNothingIsReported() {
        assertThatThrownBy(() -> reader.read(new Secret.FromCommand("true")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("first line of output is empty");
    }

    @Test
    void aCommandThatHangsIsEndedWithItsChildren() throws Exception {
        SecretCommand command = new SecretCommand(ENVIRONMENT, Duration.ofMillis(300));
        Path mark = folder.resolve("still-there");
        SecretReader impatient = new SecretReader(ENVIRONMENT, command);
        assertThatThrownBy(() -> impatient.read(new Secret.FromCommand("(sleep 1; touch '" + mark + "') & wait")))
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("did not end");
        Thread.sleep(1200);
        assertThat(mark).doesNotExist();
    }

    @Test
    void aSecretPrintsAsStars() {
        assertThat(reader.read(new Secret.FromEnvironment("PW")).toString()).isEqualTo("***");
    }

    @Test
    void everyFailureIsOneThatAUserCanBeTold() {
        assertThatThrownBy(() -> reader.read(new Secret.FromFile(folder.resolve("a/b"))))
                .isInstanceOf(MonshException.class);
    }

    private String read(Secret secret) {
        return new String(reader.read(secret).chars());
    }

    private Path file(String content, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
