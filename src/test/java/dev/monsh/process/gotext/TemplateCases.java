package dev.monsh.process.gotext;

import dev.monsh.failure.Problem;
import dev.monsh.process.RandomTemplates;
import dev.monsh.process.match.ProcessExporterCase;
import dev.monsh.process.template.NameTemplate;
import dev.monsh.process.template.Rendering;
import dev.monsh.process.template.value.TemplateInput;
import dev.monsh.testing.ProcfsFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Questions about name templates: one rule, and one process for it, each. */
public final class TemplateCases {

    private static final int RULES = 60;
    private static final String SELECTORS =
            "\"\n  comm: [p%d]\n  cmdline: ['--id=(?P<id>\\w+)(?: --kind=(?P<kind>\\w+))?', '(x)']\n";

    private TemplateCases() {}

    /** Returns a case of many templates that Go takes, and that monsh covers. */
    public static ProcessExporterCase sound(Random random, String name) {
        RandomTemplates templates = new RandomTemplates(random);
        StringBuilder config = new StringBuilder("process_names:\n");
        List<ProcfsFolder.Entry> processes = new ArrayList<>();
        while (processes.size() < RULES) {
            int number = processes.size() + 1;
            String text = number + "|" + templates.next();
            if (faults(text).isEmpty() && isCovered(text, number)) {
                config.append(rule(text, number));
                processes.add(process(number));
            }
        }
        return new ProcessExporterCase(name, config.toString(), processes, true);
    }

    /** Returns a template with one character too many, too few, or another; empty where monsh would not cover it. */
    public static Optional<ProcessExporterCase> broken(Random random, String name) {
        StringBuilder text = new StringBuilder(new RandomTemplates(random).next());
        int at = random.nextInt(text.length());
        String other = "{}()|.$\"`= -,:'%".substring(random.nextInt(16)).substring(0, 1);
        switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, other);
            default -> text.replace(at, at + 1, other);
        }
        List<Problem> faults = faults(text.toString());
        boolean covered = !faults.isEmpty() || isCovered(text.toString(), 1);
        return covered && (!faults.isEmpty() || random.nextInt(4) == 0)
                ? Optional.of(new ProcessExporterCase(
                        name, "process_names:\n" + rule(text.toString(), 1), List.of(process(1)), true))
                : Optional.empty();
    }

    private static List<Problem> faults(String template) {
        List<Problem> problems = new ArrayList<>();
        var unused = NameTemplate.parse(SourceText.of("t", template), problems::add);
        return problems;
    }

    /** Whether it runs without meeting what monsh refuses, and makes a name that the real program can print. */
    private static boolean isCovered(String text, int number) {
        NameTemplate template =
                NameTemplate.parse(SourceText.of("t", text), _ -> {}).orElseThrow();
        Rendering rendering = template.render(input(number));
        boolean computed = rendering
                .stopped()
                .filter(why -> why.startsWith("name not computed"))
                .isEmpty();
        return computed && !GoText.hasRawBytes(rendering.name());
    }

    private static String rule(String template, int number) {
        return "- name: \"" + escaped(template) + String.format(SELECTORS, number);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    private static ProcfsFolder.Entry process(int number) {
        return new ProcfsFolder.Entry(
                number,
                0,
                ProcfsFolder.bytes("p" + number),
                ProcfsFolder.argvBytes(List.of("/opt/é/worker-" + number, "--id=07", "--kind=<b>", "x & y")),
                number % 2 == 0 ? 0 : 4242,
                1234 + number,
                "2:cpu:/a b\n1:x:/ü\n0::/sys\n");
    }

    private static TemplateInput input(int number) {
        return new TemplateInput(
                List.of("/a b", "/ü", "/sys"),
                "p" + number,
                "worker-" + number,
                "/opt/é/worker-" + number,
                number % 2 == 0 ? "root" : "4242",
                number,
                Instant.ofEpochSecond(ProcfsFolder.BOOT_TIME).plusMillis(10L * (1234 + number)),
                Map.of("id", "07", "kind", "", "", "x"));
    }
}
