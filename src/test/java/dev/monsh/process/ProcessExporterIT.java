package dev.monsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.process.template.NameTemplate;
import dev.monsh.process.template.TemplateInput;
import dev.monsh.testing.ProcfsFolder;
import dev.monsh.testing.RealProcessExporter;
import java.nio.file.Path;
import java.time.Instant;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessExporterIT {

    @TempDir
    Path folder;

    private RealProcessExporter real;

    @BeforeAll
    void findsTheRealProgram() {
        real = RealProcessExporter.find().orElseThrow();
    }

    @Test
    void templatesPrintWhatGoPrints() throws Exception {
        List<ProcessExporterCase> cases = new ArrayList<>();
        int seeds = Integer.getInteger("monsh.it.templates", 40);
        for (int seed = 0; seed < seeds; seed++) {
            cases.add(templates(new Random(seed), "templates-" + seed));
        }
        assertAgree(cases);
    }

    @Test
    void processesFallIntoTheSameGroups() throws Exception {
        List<ProcessExporterCase> cases = new ArrayList<>();
        int seeds = Integer.getInteger("monsh.it.configs", 260);
        for (int seed = 0; cases.size() < seeds; seed++) {
            ProcessExporterCase question = new RandomConfigs(new Random(seed)).next("groups-" + seed);
            if (question.isDetermined()) {
                cases.add(question);
            }
        }
        assertAgree(cases);
    }

    @Test
    void regexesAreTakenAndRefusedAsGoDoes() throws Exception {
        List<ProcessExporterCase> cases = new ArrayList<>();
        for (String regex : RandomRegexes.CURATED) {
            cases.add(RandomRegexes.alone(regex, "regex-" + cases.size()));
        }
        assertAgree(cases);
    }

    private static final TemplateInput PROBE = new TemplateInput(
            List.of("/a", "/b"),
            "p1",
            "worker",
            "/bin/worker",
            "root",
            1,
            Instant.EPOCH,
            Map.of("id", "07", "kind", "", "", "x"));

    private static ProcessExporterCase templates(Random random, String name) {
        RandomTemplates templates = new RandomTemplates(random);
        StringBuilder config = new StringBuilder("process_names:\n");
        List<ProcfsFolder.Entry> processes = new ArrayList<>();
        while (processes.size() < 60) {
            int number = processes.size() + 1;
            String text = number + "|" + templates.next();
            if (!isCovered(text)) {
                continue;
            }
            config.append("- name: \"")
                    .append(escaped(text))
                    .append("\"\n  comm: [p")
                    .append(number)
                    .append("]\n  cmdline: ['--id=(?P<id>\\w+)(?: --kind=(?P<kind>\\w+))?', '(x)']\n");
            processes.add(new ProcfsFolder.Entry(
                    number,
                    0,
                    ProcfsFolder.bytes("p" + number),
                    ProcfsFolder.argvBytes(List.of("/opt/é/worker-" + number, "--id=07", "--kind=<b>", "x & y")),
                    number % 2 == 0 ? 0 : 4242,
                    1234 + number,
                    "2:cpu:/a b\n1:x:/ü\n0::/sys\n"));
        }
        return new ProcessExporterCase(name, config.toString(), processes, true);
    }

    private static boolean isCovered(String text) {
        List<Problem> problems = new ArrayList<>();
        Optional<NameTemplate> template = NameTemplate.parse(SourceText.of("t", text), problems::add);
        if (template.isEmpty()) {
            if (!problems.getFirst().message().contains("not supported"))
                System.out.println("REFUSED " + text + " " + problems);
            return false;
        }
        try {
            return !GoText.hasRawBytes(template.get().render(PROBE).name());
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    private void assertAgree(List<ProcessExporterCase> cases) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<String>> differences = new ArrayList<>();
            for (ProcessExporterCase question : cases) {
                differences.add(pool.submit(() -> question.difference(real, folder)));
            }
            List<String> found = new ArrayList<>();
            for (Future<String> difference : differences) {
                found.add(difference.get());
                if (!found.getLast().isEmpty()) System.out.println(found.getLast());
            }
            assertThat(found).hasSizeGreaterThan(0).allMatch(String::isEmpty);
        }
    }
}
