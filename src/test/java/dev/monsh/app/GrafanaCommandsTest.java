package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.json.JsonValue;
import dev.monsh.testing.grafana.StandInGrafana;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Grafana commands against the stand-in, called as a user calls them. */
class GrafanaCommandsTest {

    private static final String TOKEN = "glsa_top_secret";

    @TempDir
    private Path folder;

    private final StandInGrafana grafana = StandInGrafana.start().token(TOKEN);
    private FakeSurroundings program = FakeSurroundings.in(Path.of("/"), Map.of());

    @BeforeEach
    void configure() throws IOException {
        program = FakeSurroundings.in(folder, Map.of("GRAFANA_TOKEN", TOKEN, "GW_PASSWORD", "hunter2"));
        configure("9091");
    }

    private void configure(String port) throws IOException {
        Path file = folder.resolve(".config/monsh/config.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                current: aibox-2
                boxes:
                  odk04:
                    prometheus: {url: "http://gw.example:9090"}
                    loki: {url: "http://gw.example:3100"}
                  aibox-2:
                    prometheus: {url: "http://gw.example:PORT", username: grafana, password_env: GW_PASSWORD}
                    loki: {url: "http://gw.example:3101"}
                  near:
                    prometheus: {url: "http://localhost:9090"}
                    loki: {url: "http://localhost:3100"}
                grafana: {url: "URL", token_env: GRAFANA_TOKEN}
                """.replace("PORT", port).replace("URL", grafana.url()));
    }

    @AfterEach
    void noSecretWasShown() {
        assertThat(program.out() + program.err()).doesNotContain(TOKEN, "hunter2");
        grafana.close();
    }

    private ExitCode run(String call) {
        ExitCode code = program.run(("grafana " + call).split(" "));
        assertThat(program.out() + program.err()).doesNotContain(TOKEN, "hunter2");
        return code;
    }

    @Test
    void statusShowsVersionHealthAndRights() {
        assertThat(run("status")).isEqualTo(ExitCode.DONE);
        assertThat(program.out())
                .contains("version\t13.1.0\n", "database\tok\n", "datasources:create\tyes\n")
                .contains("datasources:read\tyes datasources:*\n");
        grafana.forbid(TOKEN, "dashboards:write");
        assertThat(run("status")).isEqualTo(ExitCode.NO);
        assertThat(program.out()).contains("dashboards:write\tno\n");
    }

    @Test
    void addTwiceChangesNothingTheSecondTime() {
        assertThat(run("datasource add aibox-2")).isEqualTo(ExitCode.DONE);
        assertThat(program.err())
                .isEqualTo("added data source monsh-aibox-2-prometheus: http://gw.example:9091\n"
                        + "added data source monsh-aibox-2-loki: http://gw.example:3101\n");
        assertThat(grafana.secrets("monsh-aibox-2-prometheus")).containsEntry("basicAuthPassword", "hunter2");
        int writes = grafana.writes().size();
        assertThat(run("datasource add aibox-2")).isEqualTo(ExitCode.DONE);
        assertThat(program.err())
                .isEqualTo("data source monsh-aibox-2-prometheus: up to date, nothing changed\n"
                        + "data source monsh-aibox-2-loki: up to date, nothing changed\n");
        assertThat(grafana.writes()).hasSize(writes);
    }

    @Test
    void aChangedPortUpdatesOne() throws IOException {
        run("datasource add aibox-2");
        configure("9095");
        assertThat(run("datasource add aibox-2 --dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(program.err()).contains("would update data source monsh-aibox-2-prometheus: url:");
        assertThat(run("datasource add aibox-2")).isEqualTo(ExitCode.DONE);
        assertThat(program.err())
                .contains("updated data source monsh-aibox-2-prometheus: url: http://gw.example:9091 ->"
                        + " http://gw.example:9095\n")
                .contains("monsh-aibox-2-loki: up to date");
    }

    @Test
    void aProvisionedOneIsRefusedWithTheFileToEdit() throws IOException {
        run("datasource add aibox-2");
        grafana.provisionSource("monsh-aibox-2-prometheus");
        configure("9095");
        assertThat(run("datasource add aibox-2")).isEqualTo(ExitCode.REFUSED);
        assertThat(program.err()).contains("read-only", "/etc/grafana/provisioning/datasources/");
    }

    @Test
    void aTokenWithoutRightsNamesTheRight() {
        grafana.forbid(TOKEN, "datasources:create");
        assertThat(run("datasource add aibox-2")).isEqualTo(ExitCode.REFUSED);
        assertThat(program.err()).contains("lacks the right datasources:create");
        assertThat(grafana.sourceUids()).isEmpty();
    }

    @Test
    void aBoxWithoutAPublicAddressNamesTheCommandThatMakesOne() {
        assertThat(run("datasource add near")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err())
                .contains("its Prometheus has no address that Grafana can reach")
                .contains("  try: monsh gateway map add near");
    }

    @Test
    void withoutANameEveryBoxThatGrafanaReachesIsAdded() {
        assertThat(run("datasource add")).isEqualTo(ExitCode.DONE);
        assertThat(grafana.sourceUids())
                .containsExactlyInAnyOrder(
                        "monsh-odk04-prometheus", "monsh-odk04-loki", "monsh-aibox-2-prometheus", "monsh-aibox-2-loki");
        assertThat(program.err()).contains("warning: box near: skipped, its Prometheus has no address");
        assertThat(run("datasource add aibox-2 odk04 aibox-2")).isEqualTo(ExitCode.DONE);
        assertThat(program.err().lines()).hasSize(4).allMatch(line -> line.endsWith("up to date, nothing changed"));
    }

    @Test
    void aHandMadeTwinIsWarnedOf() {
        grafana.addSource("hand", "Prometheus AIBOX-2", "prometheus", "http://gw.example:9091/");
        assertThat(run("datasource add aibox-2")).isEqualTo(ExitCode.DONE);
        assertThat(program.err()).contains("warning: data source 'Prometheus AIBOX-2' (uid hand) has the same URL");
        assertThat(run("datasource list")).isEqualTo(ExitCode.DONE);
        assertThat(program.out())
                .contains("Prometheus AIBOX-2\tprometheus\thttp://gw.example:9091/\thand\taibox-2\tyes\t\n");
    }

    @Test
    void removeAsksAndRemovesBoth() {
        run("datasource add aibox-2");
        assertThat(run("datasource remove aibox-2")).isEqualTo(ExitCode.USAGE);
        assertThat(run("datasource remove aibox-2 --dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(grafana.sourceUids()).hasSize(2);
        assertThat(run("datasource remove aibox-2 -y")).isEqualTo(ExitCode.DONE);
        assertThat(grafana.sourceUids()).isEmpty();
        assertThat(run("datasource remove aibox-2 -y")).isEqualTo(ExitCode.DONE);
        assertThat(program.err()).contains("nothing changed");
    }

    @Test
    void aTestOfNobodyNamesWhatIsMeant() {
        run("datasource add aibox-2");
        assertThat(run("datasource test aibox-3")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).contains("Grafana has none with this name, this uid or of this box");
    }

    @Test
    void dashboardsArePushedOnceAndThenComparedFirst() {
        assertThat(run("dashboard push")).isEqualTo(ExitCode.DONE);
        assertThat(grafana.dashboardUids())
                .containsExactly("monsh-box-odk04", "monsh-box-aibox-2", "monsh-box-near", "monsh-fleet");
        int writes = grafana.writes().size();
        assertThat(run("dashboard push")).isEqualTo(ExitCode.DONE);
        assertThat(program.err()).contains("dashboard monsh-fleet: up to date, nothing changed");
        assertThat(grafana.writes()).hasSize(writes);
        assertThat(run("dashboard list")).isEqualTo(ExitCode.DONE);
        assertThat(program.out()).contains("fleet\tmonsh-fleet\tsame\t1\tsomebody\n");
    }

    @Test
    void aPersonsChangeIsNeverOverwrittenUnseen() {
        run("dashboard push fleet");
        grafana.editDashboard("monsh-fleet", "title", "Our boxes", "operations");
        assertThat(run("dashboard push fleet")).isEqualTo(ExitCode.USAGE);
        assertThat(program.out()).contains("-  \"title\": \"Our boxes\",\n+  \"title\": \"Fleet\",\n");
        assertThat(program.err()).contains("would replace dashboard monsh-fleet, and cannot ask without a terminal");
        assertThat(run("dashboard diff fleet")).isEqualTo(ExitCode.NO);
        assertThat(program.out()).contains("-  \"title\": \"Our boxes\",\n");
        assertThat(run("dashboard push fleet --yes")).isEqualTo(ExitCode.DONE);
        assertThat(grafana.dashboard("monsh-fleet").orElseThrow().text("title")).isEqualTo("Fleet");
        assertThat(grafana.folderOf("monsh-fleet")).isEqualTo("operations");
        assertThat(run("dashboard diff fleet")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aProvisionedDashboardIsRefused() {
        run("dashboard push fleet");
        grafana.editDashboard("monsh-fleet", "title", "x", "");
        grafana.provisionDashboard("monsh-fleet");
        assertThat(run("dashboard push fleet -y")).isEqualTo(ExitCode.REFUSED);
        assertThat(program.err()).contains("/etc/grafana/provisioning/dashboards/");
    }

    @Test
    void aDashboardIsPulledIntoAFileAndNeverOverAChange() throws IOException {
        run("dashboard push fleet");
        assertThat(run("dashboard pull monsh-fleet fleet.json")).isEqualTo(ExitCode.DONE);
        Path file = folder.resolve("fleet.json");
        assertThat(JsonValue.parse(Files.readString(file)).compact()).contains("\"title\":\"Fleet\"");
        Files.writeString(file, "{}\n");
        assertThat(run("dashboard pull monsh-fleet fleet.json")).isEqualTo(ExitCode.USAGE);
        assertThat(file).hasContent("{}\n");
        assertThat(run("dashboard pull monsh-fleet fleet.json -y")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).contains("Fleet");
        assertThat(run("dashboard pull nope nope.json")).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void withoutGrafanaInTheConfigurationItSaysWhatToAdd() throws IOException {
        Files.writeString(folder.resolve(".config/monsh/config.yml"), "boxes: {}\n");
        assertThat(run("status")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).contains("no Grafana is configured: add grafana: {url:");
    }
}
