package dev.monsh.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.host.ProcfsTable;
import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.process.BorderlineRegexes;
import dev.monsh.process.RandomConfigs;
import dev.monsh.process.gotext.TemplateCases;
import dev.monsh.process.match.ProcessExporterCase;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.testing.Needed;
import dev.monsh.testing.RealProcessExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same rules over the same processes, by monsh and by the real process-exporter: the groups and their counts must be
 * identical. The binary is {@code -Dmonsh.it.process-exporter=…} or stands on PATH; without one these tests fail where
 * {@code CI=true} and are skipped elsewhere. {@code -Dmonsh.it.seed=N} asks other questions than the usual ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessExporterIT {

    private static final int CONFIGURATIONS = 260;
    private static final int TEMPLATE_FILES = 30;
    private static final int BROKEN_TEMPLATES = 60;
    private static final int AT_A_TIME = 3;

    @TempDir
    Path folder;

    private final long firstSeed = Long.getLong("monsh.it.seed", 0L);
    private RealProcessExporter real;

    @BeforeAll
    void findTheRealProgram() {
        Optional<RealProcessExporter> found = RealProcessExporter.find();
        Needed.here(
                found.isPresent(), "process-exporter is neither on PATH nor named by -Dmonsh.it.process-exporter=…");
        real = found.get();
    }

    @Test
    void processesFallIntoTheSameGroups() throws Exception {
        List<ProcessExporterCase> cases = new ArrayList<>();
        for (long seed = firstSeed; cases.size() < CONFIGURATIONS; seed++) {
            ProcessExporterCase question = new RandomConfigs(new Random(seed)).next("groups-" + seed);
            if (question.isDetermined()) {
                cases.add(question);
            }
        }
        assertAgree(cases);
    }

    @Test
    void templatesPrintWhatGoPrints() throws Exception {
        List<ProcessExporterCase> cases = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + TEMPLATE_FILES; seed++) {
            cases.add(TemplateCases.sound(new Random(seed), "templates-" + seed));
        }
        assertAgree(cases);
    }

    @Test
    void templatesAreRefusedAsGoRefusesThem() throws Exception {
        List<ProcessExporterCase> cases = new ArrayList<>();
        Random random = new Random(firstSeed);
        while (cases.size() < BROKEN_TEMPLATES) {
            TemplateCases.broken(random, "broken-" + cases.size()).ifPresent(cases::add);
        }
        assertAgree(cases);
    }

    @Test
    void regexesAreTakenAndRefusedAsGoDoes() throws Exception {
        List<ProcessExporterCase> cases = new ArrayList<>();
        for (String regex : BorderlineRegexes.ALL) {
            cases.add(BorderlineRegexes.alone(regex, "regex-" + cases.size()));
        }
        assertAgree(cases);
    }

    @Test
    void theManualsFileGroupsLiveProcesses() throws Exception {
        String mark = "monsh_it_" + ProcessHandle.current().pid();
        List<Process> started = List.of(
                started("exec -a uvicorn sleep 60 " + "60", mark),
                started("sleep 60 & sleep 61 & wait # uvicorn " + mark + "_stream02:app", mark),
                started("exec -a '" + mark + " (odd) name' sleep 60", mark));
        Path config = Files.writeString(
                folder.resolve("live.yml"),
                "process_names:\n- name: '{{.Matches.base}}-stream{{.Matches.id}}'\n  comm: [sh, bash]\n  cmdline:\n"
                        + "  - 'uvicorn\\s+(?P<base>" + mark
                        + ")_stream(?P<id>\\d+)'\n- name: '{{.ExeBase}}|{{.Username}}'\n  cmdline: ['" + mark + "']\n");
        try {
            Thread.sleep(300);
            MatcherConfig rules = new ProcessExporterConfigReader().readOrThrow(config);
            Map<String, Integer> ours = new ProcessMatcher(rules, true)
                    .group(new ProcfsTable(Path.of("/proc"))
                            .read(rules.details())
                            .processes())
                    .counts();
            assertThat(ours).containsEntry(mark + "-stream02", 3).hasSize(2);
            assertThat(ours).isEqualTo(real.ask(config, Path.of("/proc"), true).counts());
        } finally {
            started.forEach(process -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            });
        }
    }

    private static Process started(String script, String mark) throws IOException {
        return new ProcessBuilder("bash", "-c", script, mark).start();
    }

    private void assertAgree(List<ProcessExporterCase> cases) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<String>> answers = new ArrayList<>();
            for (ProcessExporterCase question : cases) {
                answers.add(pool.submit(() -> question.difference(real, folder)));
            }
            List<String> differences = new ArrayList<>();
            for (Future<String> answer : answers) {
                differences.add(answer.get());
            }
            assertThat(differences).hasSameSizeAs(cases).containsOnly("");
        }
    }
}
