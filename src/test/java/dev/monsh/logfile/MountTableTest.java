package dev.monsh.logfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountTableTest {

    private static MountTable table(String... volumes) {
        List<Mount> mounts = new ArrayList<>();
        for (String volume : volumes) {
            String[] parts = volume.split(":", -1);
            mounts.add(new Mount(parts[0], parts[1], mounts.size(), new Problem("c.yml", 1, 1, "")));
        }
        return new MountTable(mounts, Path.of("/stack"), Path.of("/home/me"));
    }

    @Test
    void movesPathsThroughAMount() {
        MountTable table = table("/srv/logs:/logs");

        assertThat(table.toHost("/logs/a/b.log")).hasValue("/srv/logs/a/b.log");
        assertThat(table.toContainer("/srv/logs/a/b.log")).hasValue("/logs/a/b.log");
        assertThat(table.toHost("/logs2/b.log")).isEmpty();
        assertThat(table.toContainer("/srv/logs2/b.log")).isEmpty();
    }

    @Test
    void beginsRelativePathsAtTheComposeFile() {
        assertThat(table("./promtail:/etc/promtail").toHost("/etc/promtail/x")).hasValue("/stack/promtail/x");
        assertThat(table("../logs/:/logs/").toHost("/logs/x")).hasValue("/logs/x");
        assertThat(table("~/logs:/logs").toHost("/logs/x")).hasValue("/home/me/logs/x");
    }

    @Test
    void doesNotGuessVariablesAndNamedVolumes() {
        assertThat(table("$LOGS:/logs").toHost("/logs/x")).isEmpty();
        assertThat(table("data:/logs").toHost("/logs/x")).isEmpty();
        assertThat(table("/a$$b:/logs").toHost("/logs/x")).hasValue("/a$b/x");
    }

    @Test
    void takesTheInnermostMount() {
        MountTable table = table("/:/host", "/other:/host/srv");

        assertThat(table.toHost("/host/srv/x")).hasValue("/other/x");
        assertThat(table.toContainer("/srv/x")).isEmpty();
        assertThat(table.toContainer("/var/x")).hasValue("/host/var/x");
    }
}
