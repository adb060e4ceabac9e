package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.app.sources.Surroundings;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.testing.FakeTailscale;
import dev.monsh.testing.NginxCorpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tailscale knows, called as a user calls it; the program is a script that prints a status. */
class TailscaleCommandsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        Path configuration = folder.resolve(".config/monsh/config.yml");
        Files.createDirectories(configuration.getParent());
        Files.writeString(configuration, "boxes:\n  north:\n    tailscale_ip: 100.64.0.8\n");
        FakeTailscale.running().in(folder);
    }

    private record Run(ExitCode code, String out, String err) {}

    private Run runOn(String terminals, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("TERM", "dumb", "LANG", "C.UTF-8", "PATH", folder + ":/usr/bin:/bin", "HOME", folder.toString());
        Console console = new Console(
                new Output(out), new Output(err), TerminalProfile.decide(terminals, "24 200", environment), false);
        Surroundings surroundings = new Surroundings(
                environment,
                folder,
                folder,
                InputStream.nullInputStream(),
                console,
                () -> Instant.parse("2026-11-22T10:30:00Z"),
                null);
        ExitCode code = Program.in(surroundings).run(List.of(words));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run status(String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "tailscale";
        words[1] = "status";
        System.arraycopy(more, 0, words, 2, more.length);
        return runOn("000", words);
    }

    @Test
    void machines_are_listed_with_how_they_are_reached_and_the_boxes_that_they_are() {
        Run run = status();

        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("desk\t100.64.0.1 fd7a:115c:a1e0::1\tlinux\tyes\t\tidle\t\tyes\t\n")
                .contains("aibox-2\t100.64.0.8 fd7a:115c:a1e0::8\tlinux\tyes\t\trelayed via DERP nyc\t"
                        + "2026-12-01T00:00:00Z\t\tnorth\n")
                .contains("odk04-1\t100.64.0.7\tlinux\tyes\t\tdirect 192.0.2.7:41641\t2027-04-30T22:00:00Z\t\t\n")
                .contains(
                        "old-box\t100.64.0.9\tlinux\tno\t2026-11-01T08:00:00.500Z\tidle, relay DERP fra\texpired\t\t\n");
        assertThat(run.err())
                .isEqualTo("monsh: warning: the key of aibox-2 expires at 2026-12-01T00:00:00Z: log in again there,"
                        + " sudo tailscale up --force-reauth\n"
                        + "monsh: warning: the key of old-box has expired: log in again there, sudo tailscale up\n");
    }

    @Test
    void every_form_is_there() {
        assertThat(status("-o", "csv").out()).startsWith("host,address,os,online,last seen,link,key expiry,self,box\n");
        assertThat(status("-o", "jsonl", "north").out())
                .isEqualTo("{\"host\":\"aibox-2\",\"host_name\":\"aibox-2\",\"dns_name\":\"aibox-2.tail1.ts.net\","
                        + "\"addresses\":[\"100.64.0.8\",\"fd7a:115c:a1e0::8\"],\"os\":\"linux\",\"online\":true,"
                        + "\"last_seen\":null,\"link\":\"relayed\",\"via\":\"DERP nyc\","
                        + "\"key_expiry\":\"2026-12-01T00:00:00Z\",\"key_expired\":false,\"self\":false,"
                        + "\"box\":\"north\"}\n");
        assertThat(status("-o", "json").out()).startsWith("[{\"host\":\"desk\"").endsWith("}]\n");
        assertThat(status("-o", "graph").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void control_characters_of_a_host_name_never_reach_a_terminal() {
        assertThat(runOn("010", "tailscale", "status").out())
                .contains("\\e[31mred")
                .doesNotContain("\u001b");
        assertThat(status("-o", "json").out()).contains("\"\\u001b[31mred\"");
    }

    @ParameterizedTest
    @CsvSource({
        "aibox-2,    DONE, 1",
        "north,      DONE, 1",
        "100.64.0.7, DONE, 1",
        "desk,       DONE, 1",
        "old-box,    NO,   1",
        "nobody,     NO,   0",
    })
    void one_machine_answers_whether_it_is_online(String name, ExitCode code, int lines) {
        Run run = status(name);
        assertThat(run.code()).as("%s", run).isEqualTo(code);
        assertThat(run.out().lines()).hasSize(lines);
    }

    @Test
    void a_machine_that_is_not_known_is_said_so() {
        assertThat(status("nobody").err()).isEqualTo("the tailnet has no machine nobody that this machine may see\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NeedsLogin       | REFUSED     | it is not logged in to a tailnet
            Stopped          | REFUSED     | it is stopped
            NeedsMachineAuth | REFUSED     | has not let it in yet
            NoState          | UNREACHABLE | has not come up yet
            Starting         | DONE        | ''
            Whatever         | REJECTED    | a state that monsh does not know: Whatever
            """)
    void a_tailscale_that_does_not_run_is_told(String state, ExitCode code, String said) {
        FakeTailscale.inState(state).in(folder);
        Run run = status();
        assertThat(run.code()).as("%s", run).isEqualTo(code);
        assertThat(run.err()).contains(said);
        assertThat(run.out()).isEmpty();
        if (code == ExitCode.REFUSED && !state.equals("NeedsMachineAuth")) {
            assertThat(run.err()).endsWith("  try: sudo tailscale up\n");
        }
    }

    @Test
    void a_program_that_is_not_there_fails_or_prints_nonsense_is_one_clear_line() throws IOException {
        new FakeTailscale("echo 'failed to connect to local tailscaled' >&2\necho more >&2\nexit 1\n").in(folder);
        Run failing = status();
        assertThat(failing.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(failing.err())
                .isEqualTo("monsh: tailscale on this machine: failed to connect to local tailscaled; more\n"
                        + "  try: sudo systemctl start tailscaled\n");

        FakeTailscale.printing("<html>").in(folder);
        assertThat(status().code()).isEqualTo(ExitCode.REJECTED);

        Files.delete(folder.resolve("tailscale"));
        Run absent = status();
        assertThat(absent.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(absent.err()).contains("tailscale not found on PATH: install Tailscale");
        assertThat(status("--program", "nowhere").err()).contains("program not found: " + folder.resolve("nowhere"));
        assertThat(status("--program", "x", "--gateway").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_program_that_hangs_is_given_up_after_the_timeout() {
        new FakeTailscale("sleep 60 & sleep 60\n").in(folder);
        long start = System.nanoTime();
        Run run = status("--timeout", "1s");
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.TIMED_OUT);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    @Test
    void the_program_may_lie_elsewhere() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("a b"));
        FakeTailscale.inState("Stopped").in(folder);
        FakeTailscale.running().in(elsewhere);
        assertThat(status("--program", "a b/tailscale").code()).isEqualTo(ExitCode.DONE);
    }

    private Run add(String box, String... more) throws IOException {
        Path file = folder.resolve("monitoring-proxy");
        Files.writeString(file, NginxCorpus.MANUAL.replace("100.64.0.7", "100.64.0.77"));
        String[] words = {"gateway", "map", "add", box, "--file", file.toString(), "--dry-run"};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return runOn("000", all);
    }

    @Test
    void map_add_takes_the_address_from_the_configuration_or_the_tailnet_and_says_so() throws IOException {
        Run configured = add("north");
        assertThat(configured.code()).as("%s", configured).isEqualTo(ExitCode.DONE);
        assertThat(configured.out()).contains("http://100.64.0.8:9090");
        assertThat(configured.err())
                .contains("100.64.0.8 is the address of north in the configuration\n")
                .contains("warning: 100.64.0.8 is the address of aibox-2 in the tailnet, not of north\n");

        Run named = add("odk04");
        assertThat(named.out()).contains("http://100.64.0.7:9090");
        assertThat(named.err())
                .contains("100.64.0.7 is the address of odk04-1 in the tailnet\n")
                .doesNotContain("warning: 100.64.0.7");

        Run unknown = add("nobody");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err())
                .contains("needs --tailscale-ip IP: the configuration has no tailscale_ip of it, and tailscale on this"
                        + " machine knows no machine of that name");
    }

    @Test
    void map_add_warns_of_what_the_tailnet_knows_against_an_address() throws IOException {
        assertThat(add("aibox-2", "--tailscale-ip", "100.64.0.8").err())
                .doesNotContain("in the tailnet")
                .doesNotContain("offline");
        assertThat(add("x", "--tailscale-ip", "100.64.0.99").err())
                .contains("warning: tailscale on this machine knows no machine with the address 100.64.0.99");
        assertThat(add("old-box", "--tailscale-ip", "100.64.0.9").err())
                .contains("warning: the key of old-box has expired");
        assertThat(add("x", "--tailscale-ip", "192.0.2.5").err()).doesNotContain("knows no machine");
    }

    @Test
    void map_add_works_where_tailscale_does_not() throws IOException {
        new FakeTailscale("exit 1\n").in(folder);
        Run broken = add("x", "--tailscale-ip", "100.64.0.99");
        assertThat(broken.code()).as("%s", broken).isEqualTo(ExitCode.DONE);
        assertThat(broken.err()).doesNotContain("tailscale on");
        assertThat(add("x").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void several_machines_of_one_name_are_not_chosen_from() throws IOException {
        FakeTailscale.printing(FakeTailscale.RUNNING.replace("\"HostName\":\"old-box\"", "\"HostName\":\"aibox-2\""))
                .in(folder);
        Run run = add("aibox-2");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("several machines of the tailnet are called so: aibox-2.tail1.ts.net 100.64.0.8,"
                        + " old-box.tail1.ts.net 100.64.0.9");
    }

    @Test
    void names_and_addresses_of_the_tailnet_complete() {
        assertThat(runOn("000", "complete", "monsh tailscale status aib").out())
                .isEqualTo("ox-2\u001faibox-2\u001faibox-2\u001f100.64.0.8\u001fyes\n");
        assertThat(runOn("000", "complete", "monsh gateway map add old").out())
                .isEqualTo("-box\u001fold-box\u001fold-box\u001f100.64.0.9\u001fyes\n");
        assertThat(runOn("000", "complete", "monsh gateway map add x --tailscale-ip 100.64.0.8")
                        .out())
                .isEqualTo("\u001f100.64.0.8\u001f100.64.0.8\u001faibox-2\u001fyes\n");
    }
}
