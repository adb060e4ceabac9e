package dev.monsh.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MountSourcesTest {

    private final MountSources sources = new MountSources(Path.of("/stack"), Path.of("/home/me"));

    @Test
    void relativePathsBeginAtTheComposeFile() {
        assertThat(sources.path("./promtail")).isEqualTo(Path.of("/stack/promtail"));
        assertThat(sources.path("../logs/")).isEqualTo(Path.of("/logs"));
        assertThat(sources.path("~/logs")).isEqualTo(Path.of("/home/me/logs"));
        assertThat(sources.path("~")).isEqualTo(Path.of("/home/me"));
        assertThat(sources.path("/srv/./logs")).isEqualTo(Path.of("/srv/logs"));
    }

    @Test
    void whatIsNoPathIsAVolumesName() {
        assertThat(MountSources.isPath("./x")).isTrue();
        assertThat(MountSources.isPath("~/x")).isTrue();
        assertThat(MountSources.isPath("/x")).isTrue();
        assertThat(MountSources.isPath("data")).isFalse();
    }

    @Test
    void aVariableHidesThePathAndTwoDollarsAreOne() {
        assertThat(sources.written("$LOGS")).isEmpty();
        assertThat(sources.written("./x/${LOGS:-/var/log}")).isEmpty();
        assertThat(sources.written("$$$LOGS")).isEmpty();
        assertThat(sources.written("/a$$b")).isEqualTo("/a$b");
        assertThat(sources.written("./x")).isEqualTo("/stack/x");
    }
}
