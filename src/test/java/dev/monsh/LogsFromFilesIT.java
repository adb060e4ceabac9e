package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.Running;
import dev.monsh.testing.StandInLoki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that Promtail ships, read in Loki's place. */
class LogsFromFilesIT {

    private static final String DOWN = "http://127.0.0.1:1";
    private static final String EXPRESSION = "{service=\"one\"}";

    @TempDir
    private Path folder;

    private Launched monsh;
    private Path log;

    @BeforeEach
    void prepare() throws IOException {
        monsh = Launched.in(folder).with("MONSH_LOKI_URL", DOWN);
        Path stack = monsh.home().resolve("process-monitor");
        Files.createDirectories(stack.resolve("promtail"));
        log = Files.writeString(
                folder.resolve("one.log"), "2026-11-22T10:00:00Z INFO first\n2026-11-22T10:00:01Z ERROR second\n");
        promtail("");
    }

    private void promtail(String lines) throws IOException {
        Files.writeString(monsh.home().resolve("process-monitor/promtail/promtail.yml"), """
                scrape_configs:
                - job_name: one
                  static_configs:
                  - targets: [localhost]
                    labels: {service: one, __path__: '%s'}
                """.formatted(log) + lines);
    }

    private Ended logs(String... more) {
        String[] words = new String[more.length + 4];
        System.arraycopy(more, 0, words, 4, more.length);
        words[0] = "logs";
        words[1] = EXPRESSION + (more.length > 0 && more[0].startsWith("|") ? " " + more[0] : "");
        words[2] = "--start";
        words[3] = "2026-11-22T00:00:00Z";
        if (more.length > 0 && more[0].startsWith("|")) {
            words[4] = "--no-color";
        }
        return monsh.run(words);
    }

    @Test
    void theyAreReadByThemselvesWhereNothingAnswersAndThatIsSaid() {
        Ended ended = logs();

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.lines())
                .containsExactly(
                        "2026-11-22T10:00:00.000000000Z\t{filename=\"" + log
                                + "\", service=\"one\", service_name=\"one\"}\t2026-11-22T10:00:00Z INFO first",
                        "2026-11-22T10:00:01.000000000Z\t{filename=\"" + log
                                + "\", service=\"one\", service_name=\"one\"}\t2026-11-22T10:00:01Z ERROR second");
        assertThat(ended.err())
                .isEqualTo("monsh: " + DOWN + ": connection refused: nothing listens there; reading the files that "
                        + monsh.home().resolve("process-monitor/promtail/promtail.yml") + " names\n");
    }

    @Test
    void askedForTheyAreReadWithoutAWordAndFiltersWork() {
        assertThat(logs("--from-files", "-o", "raw", "--level", "error")).satisfies(ended -> {
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).isEqualTo("2026-11-22T10:00:01Z ERROR second\n");
        });
        assertThat(logs("|= \"first\"").lines()).hasSize(1);
        assertThat(monsh.run("logs", "labels", "service", "--from-files").out()).isEqualTo("one\n");
        assertThat(monsh.run("logs", "series", EXPRESSION).out()).contains("service_name=\"one\"");
    }

    @Test
    void aStageThatOnlyLokiKnowsIsRefusedByNameWithItsPlace() {
        Ended ended = logs("| json");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err())
                .contains("LogQL:1:17: the stage json requires Loki")
                .endsWith("{service=\"one\"} | json\n                ^\n");
    }

    @Test
    void aConfigurationThatChangesLinesIsNoStandInAndThatIsSaid() throws IOException {
        promtail("  pipeline_stages: [{cri: {}}]\n");

        Ended byItself = logs();
        assertThat(byItself.code()).isEqualTo(3);
        assertThat(byItself.err()).contains("connection refused", "promtail.yml:6:3: pipeline_stages: ");
        Ended asked = logs("--from-files");
        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.err()).contains("promtail.yml:6:3: pipeline_stages: its stages change lines or labels");
    }

    @Test
    void aLokiInTroubleIsNotReplaced() {
        try (StandInLoki loki = StandInLoki.start()) {
            loki.script("query_range", new StandInLoki.Canned(503, "text/plain", "Ingester not ready"));
            monsh = monsh.with("MONSH_LOKI_URL", loki.url());

            assertThat(logs().code()).isEqualTo(3);
        }
    }

    @Test
    void theyAreFollowedThroughRotation() throws Exception {
        Running running =
                monsh.start("logs", "-f", "--from-files", EXPRESSION, "-o", "raw", "--start", "2026-11-22T00:00:00Z");
        Thread.sleep(2_000);
        Files.writeString(log, "third\n", StandardOpenOption.APPEND);
        Thread.sleep(500);
        Files.move(log, folder.resolve("one.log.1"));
        Files.writeString(log, "fourth\n");
        Thread.sleep(2_000);
        running.signal("INT");

        Ended ended = running.end();
        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.out())
                .isEqualTo("2026-11-22T10:00:00Z INFO first\n2026-11-22T10:00:01Z ERROR second\nthird\nfourth\n");
    }
}
