package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.app.sources.Surroundings;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabKeys;
import dev.monsh.testing.gateway.LabUsers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first steps with a gateway that no configuration names yet, with the real sshd and nginx. */
class GatewayConnectIT extends GatewayConsoleCase {

    private static final String NOBODY = "000";
    private static final String PERSON = "111";

    private String home = "";
    private String target = "";
    private String fingerprint = "";

    /** The commands of an empty home find nginx without being told where it is, and keep their state at the usual place. */
    @BeforeAll
    void theUsualNginx() {
        lab.inside("mount -t tmpfs -o mode=755 tmpfs /var/lib; mkdir /var/lib/nginx; mount --bind "
                + lab.root().resolve("nginx/nginx.conf") + " /etc/nginx/nginx.conf");
        fingerprint = LabFiles.run(List.of(lab.program("ssh-keygen").toString(), "-lf", lab.hostKey() + ".pub"))
                .split(" ")[1];
        target = LabUsers.FREE + "@127.0.0.1:" + lab.sshPort();
    }

    @BeforeEach
    void emptyHome() throws Exception {
        home = Files.createTempDirectory(lab.root(), "home-").toString();
        LabFiles.write(
                Path.of(home, "ssh_config"),
                """
                Host *
                    UserKnownHostsFile HOME/.ssh/known_hosts
                    GlobalKnownHostsFile none
                    IdentityFile KEY
                    IdentityAgent none
                """.replace("HOME", home).replace("KEY", lab.loginKey().toString()),
                "rw-r--r--");
        LabFiles.write(
                Path.of(home, "bin/ssh"),
                "#!/bin/sh\nexec " + lab.program("ssh") + " -F " + home + "/ssh_config \"$@\"\n",
                "rwxr-xr-x");
    }

    @Override
    Map<String, String> environment() {
        return Map.of("TERM", "dumb", "LANG", "C.UTF-8", "PATH", home + "/bin:/usr/bin:/bin");
    }

    private Run typed(String terminals, String answers, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new Output(out), new Output(err), TerminalProfile.decide(terminals, "24 300", environment()), false);
        Surroundings surroundings = new Surroundings(
                environment(),
                Path.of(home),
                lab.root(),
                new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
                console,
                InstantSource.system(),
                null);
        ExitCode code = Program.in(surroundings).run(List.of(words));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path configuration() {
        return Path.of(home, ".config/monsh/config.yml");
    }

    private Path knownHosts() {
        return Path.of(home, ".ssh/known_hosts");
    }

    private void assertCode(Run run, ExitCode code) {
        assertThat(run.code()).as("%s", run).isEqualTo(code);
    }

    @Test
    void from_an_empty_home_to_a_mapping_in_three_commands_that_the_messages_suggest() {
        lab.nginx().force("# no mapping yet\n");

        Run first = typed(PERSON, "", "gateway", "map", "list");
        assertCode(first, ExitCode.USAGE);
        assertThat(first.err().replace('\n', ' '))
                .contains("no gateway is configured")
                .contains("try: monsh gateway connect USER@HOST");

        Run second = typed(PERSON, "y\ny\n", "gateway", "connect", target);
        assertCode(second, ExitCode.DONE);
        assertThat(second.err())
                .contains("the key of " + target + " is not known yet:")
                .contains("ssh-ed25519 " + fingerprint)
                .contains("compare it with what `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` prints")
                .contains("next: monsh gateway map add BOX --tailscale-ip IP");
        assertThat(second.out()).contains("nginx").contains("workers");

        int prometheus = lab.ports().free();
        int loki = lab.ports().free();
        Run third = typed(
                PERSON,
                "y\n",
                "gateway",
                "map",
                "add",
                "aibox-2",
                "--tailscale-ip",
                box.address(),
                "--prometheus-port",
                String.valueOf(prometheus),
                "--loki-port",
                String.valueOf(loki));
        assertCode(third, ExitCode.DONE);
        assertThat(third.err()).contains("127.0.0.1 answers on " + prometheus + " and " + loki);
        assertThat(query(prometheus)).isEqualTo("200");

        Run again = typed(NOBODY, "", "gateway", "connect", target);
        assertCode(again, ExitCode.DONE);
        assertThat(again.err()).contains("nothing to change").contains("next: monsh gateway audit");
    }

    @Test
    void the_file_with_the_mappings_is_found_and_written_into_the_configuration() {
        Run run = typed(PERSON, "y\ny\n", "gateway", "connect", target);

        assertThat(run.err()).contains("the mappings are in " + lab.nginx().site());
        assertThat(configuration()).hasContent("""
                        gateway:
                          ssh: {host: 127.0.0.1, port: PORT, user: USER}
                          nginx_site: SITE
                          public_host: 127.0.0.1
                        """.replace("PORT", String.valueOf(lab.sshPort()))
                .replace("USER", LabUsers.FREE)
                .replace("SITE", lab.nginx().site().toString()));
        assertThat(knownHosts())
                .hasContent("[127.0.0.1]:" + lab.sshPort() + " " + LabKeys.publicKey(lab.hostKey()) + "\n");
        // the mappings of the manual let everybody write
        assertCode(run, ExitCode.NO);
        assertThat(run.out()).contains("write refused");
    }

    @Test
    void nothing_but_a_persons_yes_or_the_fingerprint_makes_a_host_key_known() {
        Run nobody = typed(NOBODY, "", "gateway", "connect", target, "--yes");
        assertCode(nobody, ExitCode.REFUSED);
        assertThat(nobody.err())
                .contains("its key is not known: ssh-ed25519 " + fingerprint)
                .contains("try: monsh gateway connect " + target + " --fingerprint " + fingerprint);

        Run no = typed(PERSON, "n\n", "gateway", "connect", target, "--yes");
        assertCode(no, ExitCode.NO);

        Run other =
                typed(NOBODY, "", "gateway", "connect", target, "--yes", "--fingerprint", "SHA256:" + "A".repeat(43));
        assertCode(other, ExitCode.REFUSED);
        assertThat(other.err()).contains("its key is ssh-ed25519 " + fingerprint + " and not SHA256:AAA");

        Run dry = typed(NOBODY, "", "gateway", "connect", target, "--dry-run");
        assertCode(dry, ExitCode.DONE);
        assertThat(knownHosts()).doesNotExist();
        assertThat(configuration()).doesNotExist();

        lab.nginx().force("# no mapping yet\n");
        Run given = typed(NOBODY, "", "gateway", "connect", target, "--yes", "--fingerprint", fingerprint);
        assertCode(given, ExitCode.DONE);
        assertThat(knownHosts()).exists();
        assertThat(configuration()).exists();
    }

    @Test
    void a_host_whose_key_has_changed_is_refused_and_not_asked_about() {
        Path other = lab.keys().make("other-" + Path.of(home).getFileName(), "ed25519", "");
        LabFiles.write(
                knownHosts(), "[127.0.0.1]:" + lab.sshPort() + " " + LabKeys.publicKey(other) + "\n", "rw-------");

        Run run = typed(PERSON, "y\ny\n", "gateway", "connect", target, "--fingerprint", fingerprint);

        assertCode(run, ExitCode.REFUSED);
        assertThat(run.err()).contains("somebody may be intercepting").contains("-R");
        assertThat(configuration()).doesNotExist();
    }

    @Test
    void of_several_files_with_mappings_one_has_to_be_named() {
        LabFiles.write(
                lab.nginx().link().resolveSibling("second"),
                block("Loki", lab.ports().free(), 3100),
                "rw-r--r--");
        try {
            Run several = typed(NOBODY, "", "gateway", "connect", target, "--yes", "--fingerprint", fingerprint);
            assertCode(several, ExitCode.USAGE);
            assertThat(several.err())
                    .contains("several files of nginx")
                    .contains("--nginx-site " + lab.nginx().site());
        } finally {
            LabFiles.remove(lab.nginx().link().resolveSibling("second"));
        }

        Run without = typed(
                NOBODY, "", "gateway", "connect", target, "--yes", "--nginx-site", "/etc/nginx/sites-available/x");
        assertThat(without.out()).contains("nginx_site: /etc/nginx/sites-available/x");
        assertThat(typed(NOBODY, "", "gateway", "connect", "a b").err()).contains("use USER@HOST or USER@HOST:PORT");
    }
}
