package dev.monsh.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MountsTest {

    /** Each as SOURCE:TARGET; a source that is no path is a volume's name, and one that is empty a variable's. */
    private static Mounts mounts(String... written) {
        return new Mounts(Arrays.stream(written)
                .map(each -> each.split(":", -1))
                .map(parts -> new Mount(parts[0].isEmpty() || parts[0].startsWith("/"), parts[0], parts[1], false))
                .toList());
    }

    @Test
    void movesPathsThroughAMount() {
        Mounts mounts = mounts("/srv/logs:/logs");

        assertThat(mounts.outside("/logs/a/b.log")).hasValue("/srv/logs/a/b.log");
        assertThat(mounts.inside("/srv/logs/a/b.log")).hasValue("/logs/a/b.log");
        assertThat(mounts.outside("/logs2/b.log")).isEmpty();
        assertThat(mounts.inside("/srv/logs2/b.log")).isEmpty();
    }

    @Test
    void movesAFileThatIsMountedByItself() {
        Mounts mounts = mounts("/srv/app.log:/logs/own.log", "/srv:/logs");

        assertThat(mounts.outside("/logs/own.log")).hasValue("/srv/app.log");
        assertThat(mounts.inside("/srv/app.log")).hasValue("/logs/own.log");
        assertThat(mounts.inside("/srv/other.log")).hasValue("/logs/other.log");
    }

    @Test
    void slashesAtTheEndDoNotCount() {
        Mounts mounts = mounts("/srv/logs:/logs/", "/:/host");

        assertThat(mounts.outside("/logs/x")).hasValue("/srv/logs/x");
        assertThat(mounts.inside("/srv/logs/x")).hasValue("/logs/x");
        assertThat(mounts.outside("/host")).hasValue("/");
    }

    @Test
    void doesNotGuessVariablesAndNamedVolumes() {
        assertThat(mounts(":/logs").outside("/logs/x")).isEmpty();
        assertThat(mounts(":/logs").holding("/logs/x")).isPresent();
        assertThat(mounts("data:/logs").outside("/logs/x")).isEmpty();
        assertThat(mounts("data:/logs", ":/other").inside("/logs/x")).isEmpty();
    }

    @Test
    void takesTheInnermostMount() {
        Mounts mounts = mounts("/:/host", "/other:/host/srv", "data:/host/data");

        assertThat(mounts.outside("/host/srv/x")).hasValue("/other/x");
        assertThat(mounts.outside("/host/data/x")).isEmpty();
        assertThat(mounts.inside("/srv/x")).isEmpty();
        assertThat(mounts.inside("/var/x")).hasValue("/host/var/x");
    }
}
