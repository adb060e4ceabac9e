package dev.monsh.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.stack.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoLayoutTest {

    private static final Map<Service, Integer> PORTS =
            Map.of(Service.PROMETHEUS, 19090, Service.PROCESS_EXPORTER, 19256);

    private final DemoLayout layout = new DemoLayout(Path.of("/home/it's me/demo"));

    @Test
    void theFilesLieWhereTheManualHasThem() {
        assertThat(layout.files(PORTS))
                .extracting(file -> layout.folder().relativize(file.path()).toString())
                .containsExactly(
                        "README.md",
                        "prometheus/prometheus.yml",
                        "process-exporter/config.yml",
                        "promtail/promtail.yml",
                        "workers/uvicorn");
    }

    @Test
    void onlyTheWorkerIsExecutable() {
        assertThat(layout.files(PORTS).stream().filter(DemoFile::executable).map(DemoFile::path))
                .containsExactly(layout.workerScript());
    }

    @Test
    void noPlaceholderIsLeft() {
        assertThat(layout.files(PORTS))
                .allSatisfy(file -> assertThat(file.text())
                        .doesNotContainPattern("@[A-Z_]+@")
                        .isNotBlank());
    }

    @Test
    void prometheusAsksTheExporterOnItsPort() {
        assertThat(text("prometheus.yml")).contains("- targets: ['127.0.0.1:19256']");
    }

    @Test
    void promtailNamesEveryWorkersLogWithItsLabel() {
        String text = text("promtail.yml");
        for (DemoWorker worker : layout.workers()) {
            String path = worker.logFile().toString().replace("'", "''");
            assertThat(text)
                    .containsPattern(Pattern.compile(
                            "service: " + worker.service() + "\\s+__path__: '" + Pattern.quote(path) + "'"));
        }
    }

    @Test
    void theExportersRulesMakeTheGroupnamesOfTheWorkers() {
        List<String> rules = Pattern.compile("- '(uvicorn.*)'")
                .matcher(text("config.yml"))
                .results()
                .map(match -> match.group(1).replace("?P<stream_id>", "?<stream>"))
                .toList();
        assertThat(rules).hasSize(layout.workers().size());
        for (int i = 0; i < rules.size(); i++) {
            DemoWorker worker = layout.workers().get(i);
            var match = Pattern.compile(rules.get(i)).matcher("/bin/sh /demo/workers/uvicorn " + worker.command());
            assertThat(match.find()).isTrue();
            String base = worker.groupname().replaceFirst("-stream.*", "");
            assertThat(worker.groupname()).isEqualTo(base + "-stream" + match.group("stream"));
            assertThat(text("config.yml")).contains("name: '" + base + "-stream{{.Matches.stream_id}}'");
        }
    }

    @Test
    void theManualsTwoQueriesHaveAnAnswerAmongTheWorkers() {
        assertThat(layout.workers())
                .anySatisfy(worker -> {
                    assertThat(worker.groupname()).isEqualTo("ppl_detection_double_check-stream02");
                    assertThat(worker.service()).isEqualTo("ppl_detection_double_check");
                })
                .extracting(DemoWorker::load)
                .doesNotHaveDuplicates();
    }

    private String text(String name) {
        return layout.files(PORTS).stream()
                .filter(file -> file.path().endsWith(name))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
