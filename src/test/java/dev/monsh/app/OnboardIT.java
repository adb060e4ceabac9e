package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A whole box, brought in and taken out again: a real sshd, nginx, Prometheus and process-exporter, a Loki and a Grafana that
 * stand in. Each step is broken in turn and mended.
 */
@LongRunning
class OnboardIT extends OnboardCase {

    private static final List<String> PLACES =
            List.of("configuration", "tailnet", "mapping", "data sources", "dashboard", "fleet dashboard");
    private static final List<String> PROOFS =
            List.of("proof: metric", "proof: log line", "proof: metric in Grafana", "proof: log line in Grafana");

    private static Run all(Run run, String places, String proofs) {
        Run shown = new Run(run.code(), "\n" + run.out(), run.err());
        assertStates(shown, PLACES, places);
        assertStates(shown, PROOFS, proofs);
        return run;
    }

    @Test
    void aBoxIsBroughtInProvedAndTakenOutAgain() throws IOException {
        String site = live();
        String configured = Files.readString(config);

        Run dry = onboard("--tailscale-ip", watched.address(), "--dry-run");
        assertThat(dry.code()).as("%s", dry).isEqualTo(ExitCode.DONE);
        assertThat(dry.out()).contains("mapping\twould\tmap ports ").doesNotContain("proof");
        assertThat(live()).isEqualTo(site);
        assertThat(grafana.writes()).isEmpty();
        assertThat(Files.readString(config)).isEqualTo(configured);

        Run first = onboard("--tailscale-ip", watched.address());
        assertThat(first.code()).as("%s", first).isEqualTo(ExitCode.DONE);
        assertThat(first.out())
                .contains("security group\tskipped\tAWS is not configured\t")
                .contains("proof: metric\talready\t{groupname=")
                .contains("door 7 open")
                .doesNotContain(TOKEN);
        assertThat(grafana.sourceUids()).containsExactly("monsh-aibox-2-prometheus", "monsh-aibox-2-loki");
        assertThat(grafana.dashboardUids()).containsExactly("monsh-box-aibox-2", "monsh-fleet");

        int writes = grafana.writes().size();
        String mapped = live();
        Run second = all(onboard(), "already", "already");
        assertThat(second.code()).isEqualTo(ExitCode.DONE);
        assertThat(live()).isEqualTo(mapped);
        assertThat(grafana.writes()).hasSize(writes);

        assertThat(run("drift").code()).isEqualTo(ExitCode.DONE);
        lab.nginx().force(mapped.replace(watched.address() + ":3100", "127.0.0.99:3100"));
        Run drift = run("drift");
        assertThat(drift.code()).isEqualTo(ExitCode.NO);
        assertThat(drift.out()).startsWith("mapping\taibox-2 Loki\tport ").contains(" leads to 127.0.0.99:3100\t");
        lab.nginx().force(mapped);

        assertThat(call("offboard").code()).isEqualTo(ExitCode.USAGE);
        Run gone = call("offboard", "--yes");
        assertThat(gone.code()).as("%s", gone).isEqualTo(ExitCode.DONE);
        assertThat(live()).doesNotContain("aibox-2", watched.address());
        assertThat(Files.readString(config)).doesNotContain("aibox-2");
        assertThat(grafana.sourceUids()).isEmpty();
        assertThat(grafana.dashboardUids()).containsExactly("monsh-fleet");
        assertThat(grafana.dashboard("monsh-fleet").orElseThrow().compact()).doesNotContain("aibox-2");
        assertThat(lab.root().resolve("home/.local/state/monsh/onboard/aibox-2.json"))
                .doesNotExist();
    }

    private void mended() {
        Run run = onboard();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
        all(run, "already", "already");
    }

    @Test
    void anOfflinePeerIsTold() {
        peer(false);
        Run run = onboard("--tailscale-ip", watched.address());
        onlyFails(run, "tailnet");
        assertThat(run.out()).contains("aibox-2 is offline", "\tmonsh tailscale status aibox-2");
        peer(true);
        mended();
    }

    @Test
    void aPortThatIsTakenIsTold() throws IOException {
        int loki = lab.ports().free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            Files.writeString(
                    config,
                    Files.readString(config) + "boxes:\n  aibox-2:\n    prometheus: {url: \"http://127.0.0.1:"
                            + taken.getLocalPort() + "\"}\n    loki: {url: \"http://127.0.0.1:" + loki
                            + "\"}\n    tailscale_ip: " + watched.address() + "\n");
            Run run = onboard();
            onlyFails(
                    run,
                    "mapping",
                    "proof: metric",
                    "proof: log line",
                    "proof: metric in Grafana",
                    "proof: log line in Grafana");
            assertThat(run.out()).contains("port " + taken.getLocalPort());
        }
        Run run = onboard();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aTokenWithoutARightIsTold() {
        grafana.forbid(TOKEN, "datasources:create");
        Run run = onboard("--tailscale-ip", watched.address());
        onlyFails(run, "data sources", "proof: metric in Grafana", "proof: log line in Grafana");
        assertThat(run.out()).contains("lacks the permission datasources:create", "\tmonsh grafana status");
        grafana.token(TOKEN);
        assertThat(onboard().code()).isEqualTo(ExitCode.DONE);
        mended();
    }

    @Test
    void anEmptyLokiIsTold() {
        watched.loki().store().clear();
        Run run = onboard("--tailscale-ip", watched.address());
        onlyFails(run, "proof: log line", "proof: log line in Grafana");
        assertThat(run.out()).contains("it answers, but has no log line from the last hour");
        line();
        mended();
    }

    @Test
    void aGatewayThatIsGoneIsTold() throws IOException {
        String text = Files.readString(config);
        Files.writeString(config, text.replace("port: " + lab.sshPort(), "port: 1"));
        Run run = onboard("--tailscale-ip", watched.address());
        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.out()).contains("\nmapping\tfailed\t").contains("tailnet\talready\t");
        Files.writeString(config, text);
        assertThat(onboard("--tailscale-ip", watched.address()).code()).isEqualTo(ExitCode.DONE);
        LabFiles.read(lab.nginx().site());
        mended();
    }
}
