package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Distribution;
import dev.monsh.testing.DocumentedCommand;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.NginxCorpus;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.WithRealPrometheus;
import dev.monsh.testing.grafana.StandInGrafana;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README, docs and the examples of the help tell people to type is run. */
@WithRealPrometheus
class DocumentationIT {

    /** What is done with a documented call. */
    private enum Handling {
        /** It is run, and ends with 0. */
        RUN,
        /** It is run with {@code --dry-run}, and ends with 0: it would change what other calls need. */
        DRY_RUN,
        /** It needs what no test has, or never ends: its words and options must be those of a command. */
        PARSE
    }

    private record Rule(String pattern, Handling handling) {}

    /** The first rule whose pattern takes a call from its beginning holds. */
    private static final List<Rule> RULES = List.of(
            new Rule("monsh query .*--watch.*", Handling.PARSE),
            new Rule("monsh (query|metrics|run|help|version|config|history|completion)( .*)?", Handling.RUN),
            new Rule("monsh watch .*", Handling.PARSE),
            new Rule("monsh (save|exit|clear)( .*)?", Handling.RUN),
            new Rule("monsh box (list|show).*", Handling.RUN),
            new Rule("monsh box (add|remove|use) .*", Handling.DRY_RUN),
            new Rule("monsh -.*(query|metrics|version|help).*", Handling.RUN),
            new Rule("monsh gateway (map|harden) .*--file monitoring-proxy.*", Handling.RUN),
            new Rule("monsh logs .*-f .*", Handling.PARSE),
            new Rule("monsh logs( .*)?", Handling.RUN),
            new Rule("monsh (demo|logfile|process|stack|up|down|restart|status)( .*)?", Handling.PARSE),
            new Rule("monsh grafana (status|datasource (list|add)|dashboard list)( .*)?", Handling.RUN),
            new Rule("monsh grafana (datasource remove|dashboard push)( .*)?", Handling.DRY_RUN),
            new Rule(
                    "monsh (gateway|ec2|grafana|tailscale|doctor|top|drift|box onboard|box offboard)( .*)?",
                    Handling.PARSE));

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;
    private final StandInLoki loki = StandInLoki.start();
    private final StandInGrafana grafana = StandInGrafana.start().token("glsa_documented");
    private Launched monsh;

    DocumentationIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder)
                .asking(prometheus.url())
                .with("MONSH_LOKI_URL", loki.url())
                .with("GRAFANA_TOKEN", "glsa_documented")
                .with("EDITOR", "true");
        monsh.configuration("""
                current: odk04
                boxes:
                  odk04: {prometheus: {url: "http://localhost:9090"}}
                  aibox-2: {prometheus: {url: "http://localhost:9091"}, loki: {url: "http://localhost:3101"}}
                gateway: {ssh: {host: 127.0.0.1}, public_host: localhost}
                grafana: {url: "GRAFANA", token_env: GRAFANA_TOKEN}
                """.replace("GRAFANA\"", grafana.url() + "\""));
        monsh.file("check.monsh", "query up\n");
        monsh.file(
                "monitoring-proxy",
                NginxCorpus.MANUAL + "server { listen 9091; location / { proxy_pass http://100.64.0.5:9090; } }\n");
    }

    @AfterEach
    void stop() {
        loki.close();
        grafana.close();
    }

    @TestFactory
    Stream<DynamicTest> documentsShowCallsThatWork() throws IOException {
        return documented().stream()
                .map(command -> DynamicTest.dynamicTest(command.place() + " " + command.call(), () -> check(command)));
    }

    @TestFactory
    Stream<DynamicTest> examplesOfTheHelpWork() {
        return examples().stream().map(command -> DynamicTest.dynamicTest(command.call(), () -> check(command)));
    }

    private static List<DocumentedCommand> documented() throws IOException {
        Path project = Distribution.project();
        List<Path> documents = new ArrayList<>(List.of(project.resolve("README.md")));
        if (Files.isDirectory(project.resolve("docs"))) {
            try (Stream<Path> files = Files.walk(project.resolve("docs"))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        List<DocumentedCommand> commands = new ArrayList<>();
        for (Path document : documents) {
            commands.addAll(DocumentedCommand.in(project.relativize(document).toString(), Files.readString(document)));
        }
        return commands;
    }

    private List<DocumentedCommand> examples() {
        String reference = monsh.run("help", "--markdown").out();
        // examples stand in blocks of no language there
        return DocumentedCommand.in("help", reference.replaceAll("(?m)^```(?=\n[^\n]+\n```)", "```sh"));
    }

    private void check(DocumentedCommand command) {
        String call = command.call();
        Handling handling = RULES.stream()
                .filter(rule -> call.matches("(?s)" + rule.pattern()))
                .map(Rule::handling)
                .findFirst()
                .orElseThrow(() -> new AssertionError(command.place() + ": no rule says how to check: " + call));
        String words = call.substring("monsh ".length());
        Ended ended = monsh.shell(
                switch (handling) {
                    case RUN -> call;
                    case DRY_RUN -> "monsh --dry-run " + words;
                    case PARSE -> "monsh --help " + words;
                });
        assertThat(ended.code()).describedAs(command + "\n" + ended).isZero();
    }

    @Test
    void theHelpHasAnExampleForEveryCommand() {
        String reference = monsh.run("help", "--markdown").out();
        long commands = reference.lines().filter(line -> line.startsWith("## ")).count();

        assertThat(examples()).hasSizeGreaterThanOrEqualTo((int) commands);
        assertThat(commands).isPositive();
    }

    @Test
    void callsAreFoundInBlocksOfAShellOnly() {
        String text = """
                monsh not this
                ```sh
                ./monsh one | head -1
                monshine
                  monsh two \\
                    --more
                ```
                ```yaml
                monsh not this
                ```
                ```console
                $ monsh three
                monsh: not this
                ```
                """;

        assertThat(DocumentedCommand.in("a.md", text))
                .containsExactly(
                        new DocumentedCommand("a.md:3", "monsh one | head -1"),
                        new DocumentedCommand("a.md:5", "monsh two --more"),
                        new DocumentedCommand("a.md:12", "monsh three"));
    }

    @Test
    void aCallOfACommandThatIsNotThereDoesNotPassAsParsed() {
        assertThat(monsh.shell("monsh --help nonsense").code()).isEqualTo(2);
        assertThat(monsh.shell("monsh --help query --nonsense").code()).isEqualTo(2);
    }
}
