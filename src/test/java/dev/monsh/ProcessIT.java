package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.testing.Distribution;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import dev.monsh.testing.ManualStack;
import dev.monsh.testing.Needed;
import dev.monsh.testing.ProcfsFolder;
import dev.monsh.testing.PseudoTerminal;
import dev.monsh.testing.RealProcessExporter;
import dev.monsh.testing.SampleWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code process …} from outside, with the manual's rules and live workers. */
class ProcessIT {

    /** Numbers that no other process of the machine has: the manual's own may be in use. */
    private static final String ONE = "7" + ProcessHandle.current().pid();

    private static final String OTHER = "8" + ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    private final List<SampleWorker> workers = new ArrayList<>();
    private Launched monsh;
    private Path config;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder);
        ManualStack.write(monsh.workingFolder(), folder.resolve("logs"));
        config = monsh.workingFolder().resolve("process-exporter/config.yml");
    }

    @AfterEach
    void end() {
        workers.forEach(SampleWorker::close);
    }

    private SampleWorker worker(String... arguments) {
        SampleWorker worker = SampleWorker.start(folder, arguments);
        workers.add(worker);
        return worker;
    }

    private Path procfs() {
        ProcfsFolder.create(folder.resolve("proc"))
                .add(ProcfsFolder.Entry.of(1, 0, "init", "/sbin/init"))
                .add(ProcfsFolder.Entry.of(
                        7,
                        1,
                        "uvicorn",
                        "/usr/bin/python3",
                        "/usr/bin/uvicorn",
                        "ppl_detection_double_check_stream02:app"))
                .add(ProcfsFolder.Entry.of(8, 7, "sleep", "sleep", "1"))
                .add(ProcfsFolder.Entry.of(
                        9, 1, "python3.11", "python3.11", "/usr/bin/uvicorn", "checkdoor_ai_agent_stream05:app"));
        return folder.resolve("proc");
    }

    /** Returns the number of processes by group of the contract's JSON. */
    private static Map<String, Integer> counts(Ended ended) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        String group = "";
        try (JsonParser json = new JsonFactory().createParser(ended.out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("name")) {
                    group = json.nextTextValue();
                } else if (token == JsonToken.FIELD_NAME && json.currentName().equals("pid")) {
                    counts.merge(group, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    @Test
    void groupsLiveWorkersAsTheRealExporterDoesAtTheSameTime() throws IOException {
        Optional<RealProcessExporter> real = RealProcessExporter.find();
        Needed.here(real.isPresent(), "prometheus-process-exporter is neither on PATH nor in monsh.it.path");
        worker("ppl_detection_double_check_stream" + ONE + ":app", "--port", "8002");
        worker("ppl_detection_double_check_stream" + ONE + ":app", "--port", "8003");
        worker("checkdoor_ai_agent_stream" + OTHER + ":app");

        Map<String, Integer> ours = own(counts(monsh.run("process", "test", "-o", "json")));
        Map<String, Integer> theirs =
                own(real.orElseThrow().ask(config, Path.of("/proc"), true).counts());

        assertThat(ours)
                .isEqualTo(theirs)
                .isEqualTo(
                        Map.of("ppl_detection_double_check-stream" + ONE, 4, "checkdoor_ai_agent-stream" + OTHER, 2));
    }

    /** Workers of somebody else on the machine come and go, and are none of this test's business. */
    private static Map<String, Integer> own(Map<String, Integer> counts) {
        Map<String, Integer> own = new TreeMap<>(counts);
        own.keySet().removeIf(group -> !group.endsWith(ONE) && !group.endsWith(OTHER));
        return own;
    }

    @Test
    void printsTheJsonOfTheContract() {
        Ended ended = monsh.run("process", "test", "--procfs", procfs().toString(), "-o", "json");

        assertThat(ended.out())
                .isEqualTo("{\"groups\":[{\"name\":\"ppl_detection_double_check-stream02\","
                        + "\"processes\":[{\"pid\":7,\"rule\":1,\"via\":\"rule\",\"matches\":{\"stream_id\":\"02\"}},"
                        + "{\"pid\":8,\"rule\":1,\"via\":\"parent\",\"matches\":{}}]}],\"unmatched\":2}\n");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void leavesChildrenOutWhenTold() {
        Ended ended = monsh.run("process", "test", "--procfs", procfs().toString(), "--no-children", "-o", "json");

        assertThat(ended.out())
                .contains("\"pid\":7")
                .doesNotContain("\"pid\":8")
                .endsWith("\"unmatched\":3}\n");
    }

    @Test
    void takesARuleOfTheLine() {
        Ended ended = monsh.run(
                "process",
                "test",
                "--procfs",
                procfs().toString(),
                "--no-children",
                "--comm",
                "init",
                "--comm",
                "sleep",
                "--name",
                "{{.ExeBase}}");

        assertThat(ended.lines())
                .containsExactly("init\t1\t1\trule\tinit\t/sbin/init", "sleep\t8\t1\trule\tsleep\tsleep 1");
    }

    @Test
    void showsGroupsAndNearMissesOnATerminal() {
        try (PseudoTerminal terminal =
                PseudoTerminal.open(monsh, 80, 24, "process", "test", "--procfs", procfs().toString())) {
            assertThat(terminal.exitCode()).isZero();
            assertThat(terminal.awaitText("in 1 group, 2 in none"))
                    .contains(
                            "ppl_detection_double_check-stream02  2 processes",
                            "  7  rule 1      uvicorn  …/usr/bin/uvicorn ppl_detection_double_check_stream02…",
                            "  8  child of 7  sleep    sleep 1",
                            "near misses",
                            "  9  rule 2: comm is python3.11; the rule wants uvicorn or python3.9",
                            "     only the version differs: add python3.11 to comm");
            assertThat(terminal.written()).contains("\u001b[1;32m02\u001b[0m");
        }
    }

    @Test
    void watchesProcessesComeAndGo() {
        Path processes = procfs();
        try (PseudoTerminal terminal = PseudoTerminal.open(
                monsh, 100, 24, "process", "test", "--procfs", processes.toString(), "--watch", "200ms")) {
            terminal.awaitText("2 processes in 1 group");
            ProcfsFolder.create(processes)
                    .add(ProcfsFolder.Entry.of(20, 1, "uvicorn", "uvicorn", "checkdoor_ai_agent_stream11:app"));
            terminal.awaitText("checkdoor_ai_agent-stream11");
            terminal.type("\u0003");
            assertThat(terminal.exitCode()).isEqualTo(130);
        }
    }

    @Test
    void readsTheOutputOfPsAndSaysWhatItCannotTell() {
        String ps = """
                    PID    PPID USER     COMMAND         COMMAND
                      7       1 root     uvicorn         python3 /usr/bin/uvicorn checkdoor_ai_agent_stream05:app
                """;

        Ended ended = monsh.reading(ps).run("process", "test", "--ps", "-", "-o", "json");

        assertThat(ended.out()).contains("\"name\":\"checkdoor_ai_agent-stream05\"");
        assertThat(ended.err()).contains("argv is split at spaces");
    }

    @Test
    void explainsALiveProcess() {
        SampleWorker worker = worker("ppl_detection_double_check_stream" + ONE + ":app");

        Ended ended = monsh.run("process", "explain", Long.toString(worker.pid()));

        assertThat(ended.lines())
                .containsExactly(
                        "1\ttakes\t\tppl_detection_double_check-stream" + ONE + "\t",
                        ended.lines().getLast());
        assertThat(ended.lines().getLast()).startsWith("2\trejects\tcmdline\tits command line has no match for ");
        assertThat(ended.code()).isZero();
    }

    @Test
    void listsProcessesByAPattern() {
        Ended ended = monsh.run("process", "ps", "uvi.*stream02", "--procfs", procfs().toString());

        assertThat(ended.out())
                .isEqualTo(
                        "7\t1\troot\tuvicorn\t/usr/bin/python3 /usr/bin/uvicorn ppl_detection_double_check_stream02:app\n");
        assertThat(monsh.run("process", "ps", "nobody-is-called-this", "--procfs", procfs().toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void suggestsARuleThatTheFileTakes() throws IOException {
        worker("ppl_detection_double_check_stream" + ONE + ":app");
        SampleWorker worker = worker("ppl_detection_double_check_stream" + OTHER + ":app");
        Files.writeString(config, "process_names:\n");

        Ended ended = monsh.run("process", "suggest", Long.toString(worker.pid()));
        Files.writeString(config, "process_names:\n" + ended.out());

        assertThat(ended.code()).isZero();
        assertThat(own(counts(monsh.run("process", "test", "-o", "json"))).keySet())
                .hasSize(2)
                .anyMatch(name -> name.contains(ONE))
                .anyMatch(name -> name.contains(OTHER));
    }

    @Test
    void lintsTheManualsRulesWithoutAWarning() {
        Ended ended = monsh.run("process", "lint", "--procfs", procfs().toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).doesNotContain("\twarning\t").doesNotContain("\terror\t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "process_names: [{comm: [a], cmdline: ['x(?=y)']}]|2|monsh: process-exporter/config.yml:1:41: Go has no lookaround: "
                        + "match the text itself and name the part that you want",
                "process_names: [{comm: [a], name: '{{.Matches.x'}]|2|monsh: process-exporter/config.yml:1:36: bad name template: "
                        + "the action is not closed: }} is missing",
                "process_names: [{comm: a}]|2|monsh: process-exporter/config.yml:1:24: comm must be a list, not a string: write it "
                        + "on the next line after a dash",
                "process_names: [|2|*",
                "process_names: [{name: x}]|2|monsh: process-exporter/config.yml:1:17: rule 1 has no selector: give it comm, exe or "
                        + "cmdline, or process-exporter won't start",
                "process_names: [{comm: [nobody-is-this]}]|1|0 processes in 0 groups, 4 in none"
            })
    void saysInOneLineWhatIsWrong(String yaml, int code, String line) throws IOException {
        Files.writeString(config, yaml);

        Ended ended = monsh.run(
                "process", "test", "--config", "process-exporter/config.yml", "--procfs", procfs().toString());

        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err().strip())
                .matches(line.equals("*") ? "monsh: process-exporter/config.yml:1:\\d+: .*" : "\\Q" + line + "\\E");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(code);
    }

    @Test
    void tellsAMissingFileAndAVanishedProcess() throws IOException {
        Ended vanished = monsh.run("process", "explain", "999999999");
        Files.delete(config);
        Ended missing = monsh.run("process", "test");

        assertThat(vanished.err()).isEqualTo("""
                monsh: process 999999999: not found; it may have exited
                  try: monsh process ps
                """);
        assertThat(vanished.code()).isEqualTo(1);
        assertThat(missing.err())
                .isEqualTo("monsh: " + config + ": no such file\n" + "  try: monsh process test --config FILE\n");
        assertThat(missing.code()).isEqualTo(2);
    }

    @Test
    void changesNothingWithoutAWordOfTheUser() {
        String[] call = {"process", "add", "--comm", "nginx", "--name", "web"};

        Ended refused = monsh.run(call);
        Ended shown = monsh.run("--dry-run", call[0], call[1], call[2], call[3], call[4], call[5]);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualTo("monsh: process add: would change " + config
                        + ", but can't ask without a terminal; add --yes,"
                        + " or --dry-run to only see the change\n");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("+  - name: web\n+    comm:\n+      - nginx\n");
        assertThat(config).hasContent(ManualStack.RULES);
    }

    @Test
    void addsARuleAndRemovesItAgainToTheByte() throws IOException {
        Ended added = monsh.run("process", "add", "--comm", "nginx", "--name", "web", "--before", "1", "-y");
        String rules = monsh.run("process", "rules", "-o", "json").out();
        Ended removed = monsh.run("process", "remove", "web", "--yes");

        assertThat(added.code()).isZero();
        assertThat(added.err()).contains("wrote " + config).contains("to take effect: monsh restart process-exporter");
        assertThat(rules).startsWith("[{\"rule\":1,\"line\":2,\"name\":\"web\",\"comm\":[\"nginx\"]");
        assertThat(removed.code()).isZero();
        assertThat(Files.readString(config)).isEqualTo(ManualStack.RULES);
        try (var files = Files.list(config.getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".bak"))).hasSize(2);
        }
    }

    @Test
    void warnsOfANewRuleThatNeverTakesAnything() {
        Ended ended = monsh.run("process", "add", "--comm", "a-name-over-fifteen-bytes", "--dry-run");

        assertThat(ended.err()).contains("monsh: warning: ").contains("the kernel keeps 15");
    }

    @Test
    void asksOnATerminal() throws IOException {
        try (PseudoTerminal no = PseudoTerminal.open(monsh, 100, 24, "process", "remove", "1")) {
            no.awaitText("write this? [y/N]");
            no.type("n\r");
            assertThat(no.exitCode()).isEqualTo(1);
        }
        assertThat(config).hasContent(ManualStack.RULES);
        try (PseudoTerminal yes = PseudoTerminal.open(monsh, 100, 24, "process", "remove", "1")) {
            yes.awaitText("write this? [y/N]");
            yes.type("y\r");
            assertThat(yes.exitCode()).isZero();
        }
        assertThat(Files.readString(config)).doesNotContain("ppl_detection");
    }

    @Test
    void asksInTheConsoleAndGoesOn() throws IOException {
        try (PseudoTerminal console = PseudoTerminal.open(monsh, 100, 30)) {
            console.enter("process remove 2");
            console.awaitText("write this? [y/N]");
            console.type("y\r");
            console.awaitText("to take effect");
            console.awaitPrompt();
        }
        assertThat(Files.readString(config)).doesNotContain("checkdoor");
    }

    @Test
    void runsEveryCommandOfTheGuide() throws IOException {
        worker("checkdoor_ai_agent_stream" + ONE + ":app");
        String guide = Files.readString(Distribution.project().resolve("docs/processes.md"));
        List<String> calls =
                guide.lines().filter(line -> line.startsWith("monsh ")).toList();

        for (String call : calls) {
            Ended ended = monsh.shell(call);
            assertThat(ended.code()).as("%s%n%s", call, ended).isLessThanOrEqualTo(1);
        }
        assertThat(calls).hasSizeGreaterThan(10);
    }
}
