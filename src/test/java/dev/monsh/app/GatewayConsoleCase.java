package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.app.sources.Surroundings;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.TerminalProfile;
import dev.monsh.testing.gateway.GatewayLab;
import dev.monsh.testing.gateway.LabBox;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabUsers;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** monsh, called as a user calls it, with a real gateway at the other end: sshd, sudo, nginx, and a Prometheus behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayConsoleCase {

    record Run(ExitCode code, String out, String err) {}

    GatewayLab lab;
    LabBox box;
    /** A port of the gateway that leads to the box's Prometheus by a block as the manual has it. */
    int odk;
    /** A second one, which leads to its Loki. */
    int odkLoki;

    String before;

    @BeforeAll
    void startLab() {
        lab = GatewayLab.start();
        box = LabBox.start(lab.root());
        // OpenSSH's client looks into the password file for the user's own configuration, not at HOME
        LabFiles.write(
                lab.root().resolve("client/ssh"),
                "#!/bin/sh\nexec " + lab.program("ssh") + " -F " + lab.sshConfigurationFile() + " \"$@\"\n",
                "rwxr-xr-x");
        odk = lab.ports().free();
        odkLoki = lab.ports().free();
        configuration("config.yml", LabUsers.FREE, lab.sshPort());
    }

    @AfterAll
    void stopLab() {
        if (box != null) {
            box.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void freshSite() {
        lab.tools().clear();
        before = block("Prometheus", odk, 9090) + "\n" + block("Loki", odkLoki, 3100);
        lab.nginx().force(before);
    }

    /** A block of the manual. */
    String block(String service, int port, int targetPort) {
        return """
                # Forward traffic for SERVICE
                server {
                    listen PORT;
                    server_name 127.0.0.1;

                    location / {
                        proxy_pass http://ADDRESS:TARGET;
                    }
                }
                """.replace("SERVICE", service)
                .replace("PORT", String.valueOf(port))
                .replace("ADDRESS", box.address())
                .replace("TARGET", String.valueOf(targetPort));
    }

    Path configuration(String name, String user, int sshPort) {
        return LabFiles.write(
                lab.root().resolve("home/.config/monsh/" + name),
                """
                gateway:
                  ssh: {host: 127.0.0.1, port: PORT, user: USER}
                  nginx_site: SITE
                  public_host: 127.0.0.1
                  nginx: {prefix: ROOT/nginx, configuration: ROOT/nginx/nginx.conf, state: ROOT/state}
                """.replace("PORT", String.valueOf(sshPort))
                        .replace("USER", user)
                        .replace("SITE", lab.nginx().site().toString())
                        .replace("ROOT", lab.root().toString()),
                "rw-------");
    }

    Map<String, String> environment() {
        return Map.of("TERM", "dumb", "LANG", "C.UTF-8", "PATH", lab.root().resolve("client") + ":/usr/bin:/bin");
    }

    Run gateway(String... words) {
        List<String> argv = new ArrayList<>(List.of("gateway"));
        argv.addAll(List.of(words));
        return run(argv.toArray(String[]::new));
    }

    Run run(String... words) {
        return runOn("000", words);
    }

    Run runOn(String terminals, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new Output(out), new Output(err), TerminalProfile.decide(terminals, "24 100", environment()), false);
        Surroundings surroundings = new Surroundings(
                environment(),
                lab.root().resolve("home"),
                lab.root(),
                InputStream.nullInputStream(),
                console,
                InstantSource.system(),
                null);
        ExitCode code = Program.in(surroundings).run(List.of(words));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command that must succeed. */
    Run done(String... words) {
        Run run = gateway(words);
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
        return run;
    }

    String live() {
        return LabFiles.read(lab.nginx().site());
    }

    /** Asks Prometheus through a port of the gateway. */
    static String query(int port) {
        return LabBox.gateway(port, "GET", "/api/v1/query?query=up", "");
    }
}
