package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.labels.Labels;
import dev.monsh.testing.Distribution;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.StandInLoki;
import dev.monsh.testing.WithRealPrometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs in the shape of public bug reports, each with the command that once got it wrong, through the program. */
@WithRealPrometheus
class CasesIT {

    @TempDir
    private Path folder;

    private final RealPrometheus prometheus;
    private Launched monsh = Launched.in(Path.of(""));

    CasesIT(RealPrometheus prometheus) {
        this.prometheus = prometheus;
    }

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).with("DOCKER_HOST", "unix:///nowhere.sock").asking(prometheus.url());
    }

    /** Copies an input into a folder of its own, in which the program then runs. */
    private Launched at(String name) throws IOException {
        Path from = Distribution.project().resolve("src/test/resources/cases").resolve(name);
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return monsh.from(to);
    }

    private static void done(Ended ended) {
        assertThat(ended.code()).as("%s", ended).isZero();
    }

    @Test
    void targetsThatRelabellingRewritesAreNotJudged() throws IOException {
        Ended check = at("relabelled-targets").run("stack", "check", "--stack", ".");

        done(check);
        assertThat(check.out())
                .contains("not checked: the targets of the job probe: relabel_configs rewrite __address__")
                .contains("not checked: the targets of the job moved: relabel_configs rewrite __address__")
                .doesNotContain("HOST:PORT");
    }

    @Test
    void aLoneDollarOfAComposeFileIsADollar() throws IOException {
        Launched here = at("compose-lone-dollar");

        done(here.run("stack", "check", "--stack", "."));
        Ended status = here.run("status", "--stack", ".");
        assertThat(status.code()).as("%s", status).isLessThan(2);
        assertThat(status.out()).startsWith("node-exporter\t");
    }

    @Test
    void twoStarsWithoutASlashAreOne() throws IOException {
        Ended list = at("glob-doublestar-glued").run("logfile", "list", "--promtail", "promtail.yml", "-o", "json");

        assertThat(list.out()).contains("logs/top.log").doesNotContain("deep.log");
        for (String glued : List.of("x**", "**a.log", "***.log", "t**.log", "**p.log", "to**log")) {
            Launched here = monsh.from(Files.createDirectories(folder.resolve("glob-doublestar-glued")));
            Path file = here.workingFolder().resolve("promtail.yml");
            Files.writeString(file, Files.readString(file).replaceFirst("'\\./logs/[^']*'", "'./logs/" + glued + "'"));
            assertThat(here.run("logfile", "list", "--promtail", "promtail.yml", "-o", "json")
                            .out())
                    .as(glued)
                    .doesNotContain("deep.log");
        }
    }

    @Test
    void aFileOfExactlyThatNameIsTakenBeforeThePattern() throws IOException {
        Ended check = at("glob-literal-brackets").run("logfile", "check", "--promtail", "promtail.yml");

        done(check);
        assertThat(check.out()).contains("\tok\t./app[1].log\t");
    }

    @Test
    void aBadClassMatchesNothingAndAnOpenOneIsPromtailsError() throws IOException {
        Launched here = at("glob-bad-class");

        done(here.run("logfile", "list", "--promtail", "promtail.yml"));
        Ended check = here.run("logfile", "check", "--promtail", "unclosed.yml");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("syntax error in pattern");
    }

    @Test
    void aPathThatPromtailExpandsIsNotJudged() throws IOException {
        Launched here = at("promtail-expand-env");
        Files.writeString(
                Files.createDirectories(here.workingFolder().resolve("logs")).resolve("a.log"), "x\n");

        Ended check =
                here.run("logfile", "check", "--promtail", "promtail/promtail.yml", "--compose", "docker-compose.yml");
        done(check);
        assertThat(check.out()).contains("\tnote\tnot checked: ");
        done(here.run("logfile", "list", "--promtail", "promtail/promtail.yml"));
    }

    @Test
    void labelsMayBeMergedFromOthers() throws IOException {
        Ended list = at("promtail-merge-labels").run("logfile", "list", "--promtail", "promtail.yml");

        done(list);
        assertThat(list.lines()).extracting(line -> line.split("\t")[0]).containsExactly("a", "b");
    }

    @Test
    void templatesAndRegexesThatProcessExporterTakesAreTaken() throws IOException {
        Launched here = at("template-starttime");

        Ended rules = here.run("process", "rules", "--config", "config.yml");
        done(rules);
        assertThat(rules.lines()).hasSize(2);
        done(here.run("process", "rules", "--config", "octal.yml"));
    }

    @Test
    void anOpenNginxDirectiveStopsEveryCommandAndNothingIsWritten() throws IOException {
        Launched here = at("nginx-missing-semicolon");
        Path site = here.workingFolder().resolve("monitoring-proxy");
        byte[] before = Files.readAllBytes(site);

        for (List<String> words : List.of(
                List.of("gateway", "map", "list"),
                List.of("gateway", "audit"),
                List.of("gateway", "map", "add", "box2", "--tailscale-ip", "100.64.0.8", "-y"))) {
            Ended ended = here.run(Stream.concat(words.stream(), Stream.of("--file", "monitoring-proxy"))
                    .toArray(String[]::new));
            assertThat(ended.code()).as("%s", ended).isEqualTo(2);
            assertThat(ended.err()).contains("monitoring-proxy:2:5: ").contains("'listen' is not terminated by ';'");
        }
        assertThat(site).hasBinaryContent(before);
    }

    @Test
    void aSnippetOfStreamTakesNoHttpBlock() throws IOException {
        Launched here = at("nginx-stream-snippet");
        Path site = here.workingFolder().resolve("monitoring-proxy");
        byte[] before = Files.readAllBytes(site);

        Ended add = here.run("gateway map add box2 --tailscale-ip 100.64.0.8 --prometheus-port 21192 --loki-port 21193"
                .concat(" --file monitoring-proxy -y")
                .split(" "));
        assertThat(add.code()).as("%s", add).isEqualTo(2);
        assertThat(add.err()).contains("this file is included by stream, but a mapping requires http");
        assertThat(site).hasBinaryContent(before);
    }

    @Test
    void whatPrometheusDoesNotReadIsIgnoredAndSaid() throws IOException {
        Launched here = at("yaml-second-document");
        Path config = here.workingFolder().resolve("prometheus/prometheus.yml");

        Ended promtool = here.by(RealPrometheus.find("promtool").orElseThrow().toString())
                .run("check", "config", config.toString());
        done(promtool);
        Ended check = here.run("stack", "check", "--stack", ".");
        done(check);
        assertThat(check.out())
                .contains("warning\t" + config
                        + ":4:1\tprometheus\tprometheus reads only the first document of the file");
    }

    @Test
    void aGraphWithNothingToDrawSaysSo() {
        for (String expression : List.of(
                "latency",
                "vector(NaN)",
                "vector(Inf)",
                "-vector(Inf)",
                "label_replace(vector(NaN), 'k', 'nan', '', '')")) {
            Ended graph = monsh.run("query", "-o", "graph", "--range", "10s", expression);
            assertThat(graph.code()).as("%s", graph).isZero();
            assertThat((graph.out() + graph.err()).strip()).as(expression).isNotEmpty();
        }
    }

    @Test
    void aFlagIsTwoCellsWide() {
        String flags = Map.of("a", "\uD83C\uDDEF\uD83C\uDDF5", "b", "plain", "c", "\u65E5\u672C").entrySet().stream()
                .map(each -> "label_replace(label_replace(vector(8), 'k', '" + each.getKey() + "', '', ''), 'v', '"
                        + each.getValue() + "', '', '')")
                .reduce((one, other) -> one + " or " + other)
                .orElseThrow();
        try (PseudoTerminal terminal = PseudoTerminal.open(monsh, 100, 40, "query", "sum by (k, v) (" + flags + ")")) {
            assertThat(terminal.exitCode()).isZero();
            List<String> rows = terminal.lines().stream()
                    .filter(line -> line.matches("[abc] .* 8"))
                    .toList();
            assertThat(rows).hasSize(3);
            assertThat(rows).extracting(CasesIT::cells).containsOnly(cells(rows.getFirst()));
        }
    }

    /** Returns the columns of a line: a Japanese character takes two, and so do the two halves of a flag together. */
    private static long cells(String line) {
        return line.codePoints().map(c -> c == 0x65E5 || c == 0x672C ? 2 : 1).sum();
    }

    @Test
    void withoutTermTheConsoleWritesNoEscapes() {
        for (List<String> environment : List.of(List.of("-u", "TERM"), List.of("TERM=dumb"), List.of("TERM="))) {
            String[] words =
                    Stream.concat(environment.stream(), Stream.of("monsh")).toArray(String[]::new);
            try (PseudoTerminal terminal = PseudoTerminal.open(monsh.by("env"), 80, 24, words)) {
                terminal.awaitText(">");
                terminal.type("version\r");
                terminal.awaitText("0.1.0");
                terminal.type("exit\r");
                assertThat(terminal.exitCode()).isZero();
                assertThat(terminal.written()).as("%s", environment).doesNotContain("\u001b");
            }
        }
    }

    @Test
    void allOfARangeThatIsLongerThanLokiAllowsIsReadInPieces() {
        long day = Duration.ofDays(1).toNanos();
        long now = System.currentTimeMillis() * 1_000_000;
        try (StandInLoki loki = StandInLoki.start().longestRangeNanos(30 * day)) {
            for (int i = 58; i >= 0; i -= 2) {
                loki.push(now - i * day - 1_000_000_000L, Labels.of(Map.of("job", "t")), "line " + i);
            }
            Ended logs = monsh.with("MONSH_LOKI_URL", loki.url())
                    .run("logs", "--since", "60d", "--limit", "0", "-o", "raw", "{job=\"t\"}");
            done(logs);
            assertThat(logs.lines()).hasSize(30).first().isEqualTo("line 58");
            assertThat(logs.lines()).last().isEqualTo("line 0");
        }
    }
}
