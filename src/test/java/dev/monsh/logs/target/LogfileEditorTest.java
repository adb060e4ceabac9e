package dev.monsh.logs.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.yaml.promtail.YamlLogConfiguration;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import dev.monsh.mount.MountSources;
import dev.monsh.mount.Mounts;
import dev.monsh.testing.ManualStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogfileEditorTest {

    @TempDir
    private Path folder;

    private LogfileEditor editor;

    @BeforeEach
    void read() {
        editor = editor(ManualStack.write(folder.resolve("stack"), folder.resolve("logs")));
    }

    private LogfileEditor editor(Path stack) {
        LogConfiguration configuration = new YamlLogConfiguration(new MountSources(stack, folder));
        FileSnapshot promtail = FileSnapshot.read(stack.resolve("promtail/promtail.yml"));
        FileSnapshot compose = FileSnapshot.read(stack.resolve("docker-compose.yml"));
        PromtailService service =
                configuration.compose("docker-compose.yml", compose.bytes()).orElseThrow();
        LogSetup setup = new LogSetup(
                configuration.promtail("promtail.yml", promtail.bytes()),
                Optional.of(service),
                new Mounts(service.mounts()));
        return new LogfileEditor(configuration, promtail, Optional.of(compose), setup);
    }

    private static List<String> names(FileChanges changes) {
        return changes.changes().stream()
                .map(change -> change.path().getFileName().toString())
                .toList();
    }

    private static String after(FileChange change) {
        return new String(change.after(), StandardCharsets.UTF_8);
    }

    @Test
    void changesNoComposeFileForAFileInAMountedFolder() {
        FileChanges changes = editor.add("cam", folder + "/logs/cam.log");

        assertThat(names(changes)).containsExactly("promtail.yml");
        assertThat(after(changes.changes().getFirst())).contains("__path__: " + folder + "/logs/cam.log");
    }

    @Test
    void mountsTheFolderOfAFileThatIsNotMounted() {
        FileChanges changes = editor.add("cam", "/var/log/cam/*.log");

        assertThat(names(changes)).containsExactly("promtail.yml", "docker-compose.yml");
        assertThat(after(changes.changes().getLast())).contains("      - /var/log/cam:/var/log/cam\n");
    }

    @Test
    void refusesASecondServiceForAFileAndASecondFileForAService() {
        String taken = folder + "/logs/checkdoor_ai_agent_stream05.log";

        assertThatThrownBy(() -> editor.add("cam", taken))
                .isInstanceOf(ConflictException.class)
                .hasMessage("promtail.yml:19:5: " + taken
                        + " is already shipped here, for service checkdoor_ai_agent_stream05");
        assertThatThrownBy(() -> editor.add("cam", folder + "/logs/*.log")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> editor.add("checkdoor_ai_agent_stream05", "/var/log/x.log"))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void refusesAFolderAndTheRoot() {
        assertThatThrownBy(() -> editor.add("cam", folder.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("this is a folder");
        assertThatThrownBy(() -> editor.add("cam", "/cam.log"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the whole machine would be mounted");
    }

    @Test
    void keepsAVolumeThatAnotherTargetNeeds() {
        FileChanges changes = editor.remove("checkdoor_ai_agent_stream05");

        assertThat(names(changes)).containsExactly("promtail.yml");
    }

    @Test
    void removesAVolumeWithItsLastTarget() {
        FileChanges added = editor.add("cam", "/var/log/cam/cam.log");
        added.write(new AtomicFile(InstantSource.system()), new Backup.None());
        String before = ManualStack.compose(folder.resolve("logs").toString());

        FileChanges changes = editor(folder.resolve("stack")).remove("cam");

        assertThat(names(changes)).containsExactly("promtail.yml", "docker-compose.yml");
        assertThat(after(changes.changes().getFirst()))
                .isEqualTo(ManualStack.promtail(folder.resolve("logs").toString()));
        assertThat(after(changes.changes().getLast())).isEqualTo(before);
    }

    @Test
    void namesTheNearestServiceOfAnUnknownOne() {
        assertThatThrownBy(() -> editor.remove("checkdoor_ai_agent_stream5"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("did you mean checkdoor_ai_agent_stream05?");
    }
}
