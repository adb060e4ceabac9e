package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.ManualStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code logfile …} from outside, on the manual's files. */
class LogfileIT {

    @TempDir
    private Path folder;

    private Launched monsh;
    private Path logs;
    private Path promtail;
    private Path compose;

    @BeforeEach
    void prepare() throws IOException {
        monsh = Launched.in(folder);
        logs = Files.createDirectories(folder.resolve("logs"));
        for (String name : new String[] {"ppl_detection_double_check", "checkdoor_ai_agent_stream05"}) {
            Path file = Files.writeString(logs.resolve(name + ".log"), "line\n");
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-22T10:30:00Z")));
        }
        ManualStack.write(monsh.workingFolder(), logs);
        promtail = monsh.workingFolder().resolve("promtail/promtail.yml");
        compose = monsh.workingFolder().resolve("docker-compose.yml");
    }

    private void assertUntouched() {
        assertThat(promtail).hasContent(ManualStack.promtail(logs.toString()));
        assertThat(compose).hasContent(ManualStack.compose(logs.toString()));
    }

    @Test
    void listsTheServicesAndTheirFiles() {
        Ended ended = monsh.run("logfile", "list");

        assertThat(ended.lines())
                .containsExactly(
                        "ppl_detection_double_check\tppl_detection\t" + logs
                                + "/ppl_detection_double_check.log\t1\t2026-11-22T10:30:00Z",
                        "checkdoor_ai_agent_stream05\tcheckdoor\t" + logs
                                + "/checkdoor_ai_agent_stream05.log\t1\t2026-11-22T10:30:00Z");
        assertThat(ended.code()).isZero();
    }

    @Test
    void hasNothingToSayOfASoundSetup() {
        Ended ended = monsh.run("logfile", "check");

        assertThat(ended.lines()).allMatch(line -> line.contains("\tok\t")).hasSize(2);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void tellsAMissingFileAndOneThatNobodyTakes() throws IOException {
        Files.move(logs.resolve("checkdoor_ai_agent_stream05.log"), logs.resolve("other.log"));

        Ended ended = monsh.run("logfile", "check");

        assertThat(ended.out())
                .contains("checkdoor_ai_agent_stream05\t19\tfault\tfile " + logs
                        + "/checkdoor_ai_agent_stream05.log not found\t\n");
        assertThat(ended.err()).isEqualTo("note: no target matches " + logs + "/other.log\n");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void addsTargetAndVolumeTogetherAndRemovesBothToTheByte() throws IOException {
        Path file = folder.resolve("elsewhere/cam.log");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "line\n");

        Ended added = monsh.run("logfile", "add", "cam", file.toString(), "-y");
        Ended check = monsh.run("logfile", "check");
        Ended removed = monsh.run("logfile", "remove", "cam", "-y");

        assertThat(added.code()).isZero();
        assertThat(added.out())
                .contains("+- job_name: cam\n")
                .contains("+      - " + file.getParent() + ":" + file.getParent() + "\n");
        assertThat(added.err())
                .contains("wrote " + promtail)
                .contains("wrote " + compose)
                .contains("to take effect: monsh up promtail");
        assertThat(check.code()).isZero();
        assertThat(removed.code()).isZero();
        assertUntouched();
    }

    @Test
    void changesNothingWhenItMayNotAsk() {
        Ended refused = monsh.run("logfile", "remove", "checkdoor_ai_agent_stream05");
        Ended shown = monsh.run("logfile", "remove", "checkdoor_ai_agent_stream05", "--dry-run");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--yes").contains("--dry-run");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("-- job_name: checkdoor\n").doesNotContain("docker-compose.yml");
        assertUntouched();
    }

    @Test
    void refusesAFileThatAnotherServiceHas() {
        Ended ended = monsh.run("logfile", "add", "cam", logs + "/checkdoor_ai_agent_stream05.log", "-y");

        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.err()).startsWith("monsh: " + promtail + ":19:5: ");
        assertUntouched();
    }

    @Test
    void worksOnFilesThatAreNamed() {
        Ended ended = monsh.from(folder)
                .run("logfile", "list", "--promtail", promtail.toString(), "--compose", compose.toString());

        assertThat(ended.lines()).hasSize(2);
    }

    @Test
    void pointsAtTheFaultOfAFile() throws IOException {
        Files.writeString(promtail, "scrape_configs:\n  - job_name: [x\n");

        Ended ended = monsh.run("logfile", "list");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("monsh: " + promtail + ":3:1: ");
    }
}
