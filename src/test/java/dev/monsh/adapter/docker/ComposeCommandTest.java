package dev.monsh.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.failure.UnreachableException;
import dev.monsh.testing.ScriptFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Compose is taken; the programs are scripts. */
class ComposeCommandTest {

    private static final String PLUGIN = "[ \"$1\" = compose ] && echo 2.26.1";
    private static final String NO_PLUGIN = "echo \"docker: 'compose' is not a docker command.\" >&2; exit 1";

    @TempDir
    private Path folder;

    private ComposeCommand find(String docker, String standalone) throws IOException {
        ScriptFolder scripts = new ScriptFolder(folder.resolve("bin"));
        scripts.program("docker", docker);
        if (!standalone.isEmpty()) {
            scripts.program("docker-compose", standalone);
        }
        return ComposeCommand.find(new DockerCli(Map.of("PATH", scripts.path()), folder));
    }

    @Test
    void thePluginIsTakenWhereThereIsOne() throws IOException {
        assertThat(find(PLUGIN, "echo 2.20.0").words()).containsExactly("docker", "compose");
    }

    @Test
    void elseTheProgramOfTheSameVersion() throws IOException {
        assertThat(find(NO_PLUGIN, "echo v2.20.0").words()).containsExactly("docker-compose");
    }

    @Test
    void versionOneIsRecognisedAndRefused() {
        assertThatThrownBy(() -> find(NO_PLUGIN, "echo 1.29.2"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("docker-compose 1.29.2: Compose version 1 reached end of life in 2023");
    }

    @Test
    void withoutAnyThePluginIsNamed() {
        assertThatThrownBy(() -> find(NO_PLUGIN, ""))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("has no Compose plugin");
    }
}
