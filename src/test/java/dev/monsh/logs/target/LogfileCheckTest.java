package dev.monsh.logs.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Problem;
import dev.monsh.labels.Labels;
import dev.monsh.mount.Mount;
import dev.monsh.mount.Mounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogfileCheckTest {

    @TempDir
    private Path folder;

    private final List<LogTarget> targets = new ArrayList<>();
    private final List<String> jobs = new ArrayList<>();
    private final Map<String, String> rewritten = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.log"), "line\n");
        Files.setLastModifiedTime(folder.resolve("a.log"), FileTime.from(Instant.parse("2026-11-22T10:30:00Z")));
        Files.writeString(folder.resolve("b.log"), "line\n");
    }

    private void target(Map<String, String> labels) {
        int index = targets.size();
        jobs.add("job" + index);
        targets.add(new LogTarget(
                "job" + index,
                Labels.of(labels),
                rewritten,
                new Problem("promtail.yml", 10 * (index + 1), 5, ""),
                index,
                0));
    }

    private void target(String service, String path) {
        target(Map.of("service", service, "__path__", path));
    }

    private LogSetup setup(Mount... mounts) {
        return new LogSetup(
                new PromtailConfig("promtail.yml", jobs, targets, List.of()),
                Optional.of(new PromtailService("docker-compose.yml", "promtail", List.of(mounts))),
                new Mounts(List.of(mounts)));
    }

    private List<CheckedTarget> check() {
        return LogfileCheck.check(setup(new Mount(true, folder.toString(), "/logs", false)));
    }

    private List<String> messages() {
        return check().stream()
                .flatMap(checked -> checked.findings().stream())
                .map(LogFinding::message)
                .toList();
    }

    @Test
    void hasNothingToSayOfAFileInItsPlace() {
        target("a", "/logs/a.log");

        CheckedTarget checked = check().getFirst();

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.hostPath()).hasValue(folder + "/a.log");
        assertThat(checked.lastWritten()).hasValue(Instant.parse("2026-11-22T10:30:00Z"));
    }

    @Test
    void whatPromtailRewritesIsNotChecked() {
        rewritten.put("__path__", "relabel_configs");
        target("x", "/nowhere/$x");

        assertThat(messages()).containsExactly("not checked: relabel_configs decides which files it reads");
        assertThat(check().getFirst().isFaulty()).isFalse();
    }

    @Test
    void aServiceThatPromtailSetsIsNotChecked() {
        rewritten.put("service", "pipeline_stages");
        target(Map.of("__path__", "/logs/a.log"));

        assertThat(messages()).containsExactly("not checked: pipeline_stages decides the label service");
    }

    @Test
    void aPatternThatPromtailRejectsIsAFault() {
        target("x", "/logs/[ab");

        assertThat(messages()).containsExactly("Promtail rejects the pattern: syntax error in pattern");
    }

    @Test
    void missesAFileAFolderAndAMatch() {
        target("x", "/logs/x.log");
        target("y", "/logs/none/y.log");
        target("z", "/logs/z*.log");

        assertThat(messages())
                .containsExactly(
                        "file " + folder + "/x.log not found",
                        "folder " + folder + "/none not found",
                        "no file matches " + folder + "/z*.log");
        assertThat(check()).allMatch(CheckedTarget::isFaulty);
    }

    @Test
    void tellsAFileOutsideOfTheMountedFolders() {
        target("a", "/elsewhere/a.log");

        assertThat(messages())
                .containsExactly("no volume of promtail holds /elsewhere: Promtail can't see it in its container");
    }

    @Test
    void needsNoVolumeWithoutAContainer() {
        target("a", folder + "/a.log");
        LogSetup setup = new LogSetup(
                new PromtailConfig("promtail.yml", jobs, targets, List.of()), Optional.empty(), new Mounts(List.of()));

        assertThat(LogfileCheck.check(setup).getFirst().findings()).isEmpty();
    }

    @Test
    void tellsAFileOfTwoServices() {
        target("a", "/logs/a.log");
        target("b", "/logs/a.*");

        assertThat(messages())
                .containsExactly(
                        folder + "/a.log is also read by the target in line 20: its lines are stored more than once",
                        folder + "/a.log is also read by the target in line 10: its lines are stored more than once");
    }

    @Test
    void tellsAServiceOfTwoTargets() {
        target("a", "/logs/a.log");
        target("a", "/logs/b.log");

        assertThat(messages())
                .containsExactly(
                        "line 20 has the label service: a too: their lines are mixed",
                        "line 10 has the label service: a too: their lines are mixed");
    }

    @Test
    void tellsWhatIsMissingInATarget() {
        target(Map.of());
        jobs.add("job0");

        assertThat(messages())
                .containsExactly(
                        "has no __path__, so Promtail reads nothing for it",
                        "has no label service, so queries can't select its lines",
                        "job_name: job0 is used 2 times: Promtail does not start with a repeated name");
    }

    @Test
    void notesSeveralFilesOfOneServiceAndEmptyFiles() throws IOException {
        Files.createFile(folder.resolve("c.log"));
        target("all", "/logs/*.log");

        assertThat(messages())
                .containsExactly(
                        "3 files share one service: the manual recommends one file per service",
                        folder + "/c.log is empty");
        assertThat(check()).noneMatch(CheckedTarget::isFaulty);
    }

    @Test
    void leavesOutWhatTheTargetExcludes() {
        target(Map.of("service", "all", "__path__", "/logs/*.log", "__path_exclude__", "/logs/b*"));

        assertThat(check().getFirst().files()).extracting(LogFile::path).containsExactly(folder.resolve("a.log"));
    }

    @Test
    void findsLogFilesThatNoTargetTakes() {
        target("a", "/logs/a.log");

        assertThat(LogfileCheck.untaken(setup(new Mount(true, folder.toString(), "/logs", false))))
                .containsExactly(folder.resolve("b.log"));
    }

    @Test
    void doesNotLookWhereAVariableHidesTheFolder() {
        target("a", "/logs/a.log");

        CheckedTarget checked =
                LogfileCheck.check(setup(new Mount(true, "", "/logs", false))).getFirst();

        assertThat(checked.isFaulty()).isFalse();
        assertThat(checked.findings())
                .extracting(LogFinding::message)
                .containsExactly("not checked: its volume is a named one, or a variable decides its folder");
    }
}
