package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.json.JsonValue;
import dev.monsh.testing.FakeTailscale;
import dev.monsh.testing.grafana.StandInGrafana;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to agree, without a gateway: the configuration, a tailnet and a Grafana that stands in. */
class DriftCommandTest {

    private static final String TOKEN = "glsa_drift";

    @TempDir
    private Path folder;

    private final StandInGrafana grafana = StandInGrafana.start().token(TOKEN);
    private FakeSurroundings program = FakeSurroundings.in(Path.of("/"), Map.of());

    @BeforeEach
    void configure() throws IOException {
        FakeTailscale.running().in(Files.createDirectories(folder.resolve("bin")));
        program = FakeSurroundings.in(
                folder, Map.of("GRAFANA_TOKEN", TOKEN, "PATH", folder.resolve("bin") + ":/usr/bin:/bin"));
        configure("100.64.0.8");
        assertThat(program.run("grafana", "datasource", "add", "aibox-2")).isEqualTo(ExitCode.DONE);
    }

    private void configure(String address) throws IOException {
        Path file = folder.resolve(".config/monsh/config.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                boxes:
                  aibox-2:
                    prometheus: {url: "http://gw.example:9091"}
                    loki: {url: "http://gw.example:3101"}
                    tailscale_ip: ADDRESS
                grafana: {url: "URL", token_env: GRAFANA_TOKEN}
                """.replace("ADDRESS", address).replace("URL", grafana.url()));
    }

    @AfterEach
    void stop() {
        grafana.close();
    }

    @Test
    void whatAgreesIsSilent() {
        assertThat(program.run("drift")).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).isEmpty();
        assertThat(program.err()).isEqualTo("no differences\n");
    }

    @Test
    void aChangedDataSourceIsARow() {
        grafana.editSource("monsh-aibox-2-loki", "url", new JsonValue.Text("http://gw.example:3109"));
        assertThat(program.run("drift")).isEqualTo(ExitCode.NO);
        assertThat(program.out())
                .isEqualTo("grafana\tmonsh-aibox-2-loki url\thttp://gw.example:3109\thttp://gw.example:3101"
                        + "\tmonsh grafana datasource add aibox-2\n");
    }

    @Test
    void aMissingAndAForgottenDataSourceAreRows() {
        grafana.addSource("monsh-gone-loki", "gone Loki", "loki", "http://gw.example:3199");
        program.run("grafana", "datasource", "remove", "aibox-2", "--yes");
        program.run("grafana", "dashboard", "push", "aibox-2");
        assertThat(program.run("drift")).isEqualTo(ExitCode.NO);
        assertThat(program.out())
                .contains("monsh-aibox-2-prometheus\tno such data source\tone for http://gw.example:9091")
                .contains("monsh-gone-loki\tleads to http://gw.example:3199\ta box in the configuration");
    }

    @Test
    void aDashboardOfABoxThatIsGoneIsARow() throws IOException {
        program.run("grafana", "dashboard", "push", "aibox-2");
        Path file = folder.resolve(".config/monsh/config.yml");
        Files.writeString(
                file,
                Files.readString(file).replace("aibox-2:", "aibox-3:").replace("    tailscale_ip: 100.64.0.8\n", ""));
        assertThat(program.run("drift")).isEqualTo(ExitCode.NO);
        assertThat(program.out()).contains("grafana\tmonsh-box-aibox-2\tdashboard 'aibox-2 processes'\t");
    }

    @Test
    void anAddressThatIsAnotherMachinesIsARow() throws IOException {
        configure("100.64.0.7");
        assertThat(program.run("drift")).isEqualTo(ExitCode.NO);
        assertThat(program.out())
                .startsWith("tailnet\taibox-2\t100.64.0.7 is the address of odk04-1 in the tailnet, not of aibox-2\t");
    }

    @Test
    void aStackWithoutItsFolderIsNotChecked() throws IOException {
        Path file = folder.resolve(".config/monsh/config.yml");
        Files.writeString(file, "boxes: {a: {stack: /nonexist}}\n");
        assertThat(program.run("drift")).isEqualTo(ExitCode.PARTIAL);
        assertThat(program.out()).startsWith("stack\t/nonexist\tnot checked: folder not found\t");
        assertThat(program.err()).isEmpty();
    }

    @Test
    void whereNothingIsConfiguredNothingIsCompared() throws IOException {
        Files.delete(folder.resolve(".config/monsh/config.yml"));
        assertThat(program.run("drift")).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).isEmpty();
        assertThat(program.err()).startsWith("nothing to compare");
    }

    @Test
    void aPlaceThatCouldNotBeLookedAtIsPartial() {
        grafana.close();
        assertThat(program.run("drift")).isEqualTo(ExitCode.PARTIAL);
        assertThat(program.out()).contains("grafana\t", "not checked: connection refused");
    }
}
