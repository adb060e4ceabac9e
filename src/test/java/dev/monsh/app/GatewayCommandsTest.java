package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.app.sources.Surroundings;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.testing.NginxCorpus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway commands on a file of this machine, called as a user calls them. */
class GatewayCommandsTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("monitoring-proxy");
        Files.writeString(file, NginxCorpus.MANUAL);
    }

    private record Run(ExitCode code, String out, String err) {}

    private Run runOn(String terminals, String typed, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("TERM", "dumb", "LANG", "C.UTF-8");
        Console console = new Console(
                new Output(out), new Output(err), TerminalProfile.decide(terminals, "24 100", environment), false);
        Surroundings surroundings = new Surroundings(
                environment,
                folder,
                folder,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                console,
                () -> Instant.parse("2026-11-22T10:30:00Z"),
                null);
        List<String> argv = new ArrayList<>(List.of("gateway"));
        argv.addAll(List.of(words));
        argv.addAll(List.of("--file", file.toString()));
        ExitCode code = Program.in(surroundings).run(argv);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run run(String... words) {
        return runOn("000", "", words);
    }

    private String text() throws IOException {
        return Files.readString(file);
    }

    private List<Path> backups() throws IOException {
        Path backups = folder.resolve(".monsh-backups");
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.toList();
        }
    }

    @Test
    void the_mappings_are_listed_in_every_form() {
        assertThat(run("map").out())
                .isEqualTo("9090\t\tPrometheus\t100.64.0.7:9090\tno\tall\tno\tno\t" + file + ":2\t-\n"
                        + "3100\t\tLoki\t100.64.0.7:3100\tno\tall\tno\tno\t" + file + ":12\t-\n");
        assertThat(run("map", "list", "-o", "csv").out())
                .startsWith("port,box,service,target,upgrade,paths,auth,tls,place,answers\n");
        assertThat(run("map", "list", "-o", "jsonl").out())
                .startsWith("{\"port\":9090,\"protocol\":\"http\",\"box\":null,\"service\":\"prometheus\","
                        + "\"target\":\"100.64.0.7:9090\",\"editable\":true,");
        assertThat(run("map", "list", "-o", "json").out())
                .startsWith("[{")
                .contains("\"server_names\":[\"")
                .endsWith(",\"answers\":null,\"answer\":null}]\n");
        assertThat(runOn("010", "", "map", "list").out()).startsWith("port  box");
        assertThat(run("map", "list", "-o", "graph").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void boxes_are_named_by_the_configuration() throws IOException {
        Path configuration = folder.resolve("config.yml");
        Files.writeString(configuration, "boxes:\n  odk04:\n    tailscale_ip: 100.64.0.7\n");

        assertThat(run("map", "--config", configuration.toString()).out()).startsWith("9090\todk04\tPrometheus\t");
    }

    @Test
    void a_dry_run_shows_the_difference_and_writes_nothing() throws IOException {
        Run run = run("map", "add", "aibox-2", "--tailscale-ip", "100.64.0.8", "--dry-run");

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("--- " + file + "\n+++ " + file + "\n@@ -17,3 +17,75 @@\n")
                .contains("+    listen 9091;\n");
        assertThat(run.err()).contains("port 9091 -> 100.64.0.8:9090", "nothing was written");
        assertThat(text()).isEqualTo(NginxCorpus.MANUAL);
        assertThat(backups()).isEmpty();
    }

    @Test
    void a_change_is_written_with_a_backup_that_nginx_does_not_load_and_undone_by_its_opposite() throws IOException {
        Run added = run("map", "add", "aibox-2", "--tailscale-ip", "100.64.0.8", "-y");

        assertThat(added.code()).isEqualTo(ExitCode.DONE);
        assertThat(text()).startsWith(NginxCorpus.MANUAL).contains("listen 3101;");
        assertThat(backups()).singleElement().satisfies(kept -> assertThat(kept).hasContent(NginxCorpus.MANUAL));
        assertThat(run("map", "remove", "aibox-2", "-y").code()).isEqualTo(ExitCode.DONE);
        assertThat(text()).isEqualTo(NginxCorpus.MANUAL);
    }

    @Test
    void without_consent_nothing_is_written() throws IOException {
        Run nobody = run("map", "remove", "9090");
        Run no = runOn("111", "n\n", "map", "remove", "9090");

        assertThat(nobody.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("--yes");
        assertThat(no.code()).isEqualTo(ExitCode.NO);
        assertThat(no.err()).contains("[y/N]");
        assertThat(text()).isEqualTo(NginxCorpus.MANUAL);
        assertThat(runOn("111", "y\n", "map", "remove", "9090").code()).isEqualTo(ExitCode.DONE);
        assertThat(text()).doesNotContain("9090");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, file);
        Path real = file;
        file = link;

        assertThat(run("map", "set", "9090", "100.64.0.9:9090", "-y").code()).isEqualTo(ExitCode.DONE);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("http://100.64.0.9:9090");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            map add b --tailscale-ip 100.64.0.9 --prometheus-port 9090 -y | CONFLICT | at FILE:2
            map add b --tailscale-ip 100.64.0.7 -y                        | CONFLICT | is mapped already
            map add b --tailscale-ip box -y                               | USAGE    | isn't an IP address
            map add b -y                                                  | USAGE    | needs --tailscale-ip
            map add b --tailscale-ip 100.64.0.9 --loki-port 0             | USAGE    | isn't a port
            map add a;b --tailscale-ip 100.64.0.9 -y                      | USAGE    | a box's name
            map set 9090 box:9090 -y                                      | USAGE    | isn't an IP address
            map set 9099 100.64.0.9:9090 -y                               | USAGE    | no mapping
            map set 99999 100.64.0.9:9090 -y                              | USAGE    | isn't a port
            map move 9090 3100 -y                                         | CONFLICT | at FILE:12
            map remove aibox-7 -y                                         | USAGE    | no mapping leads to it
            map remove 8080 -y                                            | USAGE    | no mapping
            harden --auth-file a;b -y                                     | USAGE    | absolute path
            harden --tls-key /k -y                                        | USAGE    | go together
            harden --auth a:b -y                                          | USAGE    | must be a name
            harden --auth grafana -y                                      | USAGE    | on the gateway only
            harden --password-file x -y                                   | USAGE    | go with --auth
            """)
    void what_can_not_be_done_is_said_in_one_line_and_changes_nothing(String call, String code, String said)
            throws IOException {
        Run run = run(call.split(" "));

        assertThat(run.code().name()).isEqualTo(code);
        assertThat(run.err()).startsWith("monsh: ").contains(said.replace("FILE", file.toString()));
        assertThat(run.out()).isEmpty();
        assertThat(text()).isEqualTo(NginxCorpus.MANUAL);
    }

    @Test
    void a_broken_file_is_refused_with_its_place() throws IOException {
        Files.writeString(file, "\ufeff" + NginxCorpus.MANUAL);
        assertThat(run("map").err()).startsWith("monsh: " + file + ":1:1: the file begins with a byte order mark");

        Files.writeString(file, "server {\n  listen 9090\n}\n");
        assertThat(run("map").err()).startsWith("monsh: " + file + ":3:1: unexpected '}'");
        assertThat(run("map").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void an_audit_answers_no_while_a_finding_is_high() {
        Run before = run("audit", "-o", "json");
        assertThat(before.code()).isEqualTo(ExitCode.NO);
        assertThat(before.out()).startsWith("[{\"severity\":\"high\",\"check\":\"writes\",\"port\":9090,");

        assertThat(run("harden", "-y").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("audit").code()).isEqualTo(ExitCode.DONE);
        Run again = run("harden", "-y");
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        assertThat(again.err()).contains("there is nothing to change");
    }

    @Test
    void control_characters_of_the_file_never_reach_a_terminal() throws IOException {
        Files.writeString(file, "server { listen 1; location / { proxy_pass http://\u001b[31m:9090; } }\n");

        assertThat(runOn("010", "", "map").out()).doesNotContain("\u001b");
        assertThat(runOn("010", "", "map", "remove", "1", "--dry-run").out())
                .doesNotContain("\u001b")
                .contains("\\e[31m");
    }
}
