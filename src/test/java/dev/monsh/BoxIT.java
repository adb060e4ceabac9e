package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Ended;
import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.Launched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration file, the choice of a box, and secrets that reach the server and nobody else. */
class BoxIT {

    private static final String PASSWORD = "s3cr3t: pä$$ 'word'";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("grafana:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private final FaultyServer server =
            FaultyServer.that(FaultyServer.demanding(BASIC, FaultyServer.answeringNothing()));
    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void allFaultsOfTheConfigurationAreReportedTogether() {
        Path file = monsh.configuration("""
                current: nobody
                boxes:
                  a:
                    prometheus: {url: "localhost:9090"}
                    tailscale_ip: 100.64.0
                  b:
                    prometheus: {url: "http://localhost:9090", password: oops}
                    lokki: {url: "http://localhost:3100"}
                surprise: true
                """);
        Ended ended = monsh.run("query", "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("monsh: " + file + ":1:10: ")
                                .contains("'nobody'"),
                        line -> assertThat(line).startsWith("monsh: " + file + ":4:23: "),
                        line -> assertThat(line)
                                .startsWith("monsh: " + file + ":5:19: ")
                                .contains("tailscale_ip"),
                        line -> assertThat(line)
                                .startsWith("monsh: " + file + ":7:48: ")
                                .contains("in clear"),
                        line -> assertThat(line)
                                .startsWith("monsh: " + file + ":8:5: ")
                                .contains("lokki", "loki"),
                        line -> assertThat(line)
                                .startsWith("monsh: " + file + ":9:1: ")
                                .contains("surprise"));
        assertThat(ended.err()).doesNotContain("oops");
        assertThat(monsh.run("config", "check").err()).isEqualTo(ended.err());
    }

    @Test
    void yamlThatIsNoneIsToldWithItsPlace() {
        Path file = monsh.configuration("boxes:\n  a: {prometheus: [\n");
        Ended ended = monsh.run("box", "list");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("monsh: " + file + ":").doesNotContain("Exception");
    }

    private void twoBoxes() {
        monsh.configuration("""
                # two of them
                current: near
                boxes:
                  near: {prometheus: {url: "http://127.0.0.1:1"}}
                  far:
                    prometheus: {url: "http://127.0.0.1:2"}
                    loki: {url: "http://127.0.0.1:3"}
                    tailscale_ip: 100.64.0.8
                """);
    }

    @Test
    void boxesAreListedAndShown() {
        twoBoxes();

        assertThat(monsh.run("box", "list").lines())
                .containsExactly(
                        "near\t*\thttp://127.0.0.1:1\t\t", "far\t\thttp://127.0.0.1:2\thttp://127.0.0.1:3\t100.64.0.8");
        assertThat(monsh.run("box", "list", "-o", "csv").lines().getFirst())
                .isEqualTo("name,current,prometheus,loki,tailscale ip");
        assertThat(monsh.run("box", "list", "-o", "json").out()).startsWith("[{\"name\":\"near\",\"current\":true,");
        assertThat(monsh.run("box", "list", "-o", "table").lines().getFirst()).startsWith("name  current  prometheus");
        assertThat(monsh.run("box", "show", "far").out()).startsWith("far:\n").contains("http://127.0.0.1:2");
        assertThat(monsh.run("box", "show").out()).startsWith("near:\n");
        assertThat(monsh.run("box", "show", "nearr").err()).contains("did you mean 'near'?");
        assertThat(monsh.run("config", "show").out()).startsWith("current: near\n");
    }

    @Test
    void withoutAConfigurationEverythingIsOnThisMachine() {
        assertThat(monsh.run("box", "list").out())
                .isEqualTo("local\t*\thttp://localhost:9090\thttp://localhost:3100\t\n");
        assertThat(monsh.run("config", "path").out()).isEqualTo(monsh.home() + "/.config/monsh/config.yml\n");
        assertThat(monsh.with("XDG_CONFIG_HOME", "/etc/x").run("config", "path").out())
                .isEqualTo("/etc/x/monsh/config.yml\n");
    }

    @Test
    void optionThenEnvironmentThenCurrentChooseTheBox() {
        twoBoxes();

        assertThat(monsh.run("query", "up").err()).contains("http://127.0.0.1:1: ");
        assertThat(monsh.run("query", "up", "--box", "far").err()).contains("http://127.0.0.1:2: ");
        assertThat(monsh.with("MONSH_BOX", "far").run("query", "up").err()).contains("http://127.0.0.1:2: ");
        assertThat(monsh.with("MONSH_BOX", "far")
                        .run("--box=near", "query", "up")
                        .err())
                .contains("http://127.0.0.1:1: ");
        Launched asking = monsh.asking("http://127.0.0.1:4");
        assertThat(asking.run("query", "up", "--box", "far").err()).contains("http://127.0.0.1:4: ");
        assertThat(monsh.with("MONSH_BOX", "fra").run("query", "up").code()).isEqualTo(2);
        assertThat(monsh.asking("nonsense").run("query", "up").err()).startsWith("monsh: MONSH_PROMETHEUS_URL: ");
    }

    @Test
    void anotherConfigurationFileCanBeNamed() {
        twoBoxes();
        monsh.file("other.yml", "boxes: {third: {prometheus: {url: \"http://127.0.0.1:5\"}}}\n");

        for (Ended ended : List.of(
                monsh.run("--config", "other.yml", "query", "up"),
                monsh.run("query", "up", "--config=other.yml"),
                monsh.with("MONSH_CONFIG", "other.yml").run("query", "up"))) {
            assertThat(ended.err()).contains("http://127.0.0.1:5: ");
        }
    }

    private void boxWith(String secret) {
        monsh.configuration(
                "boxes: {far: {prometheus: {url: \"" + server.url() + "\", username: grafana, " + secret + "}}}\n");
    }

    private Path secretFile(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\nnot this\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void aPasswordComesFromAVariableAFileOrACommand() throws IOException {
        boxWith("password_env: GATEWAY_PASSWORD");
        assertThat(monsh.with("GATEWAY_PASSWORD", PASSWORD).run("query", "up").code())
                .isZero();

        Path file = secretFile("rw-------");
        boxWith("password_file: " + file);
        assertThat(monsh.run("query", "up").code()).isZero();

        boxWith("password_command: \"head -1 " + file + "\"");
        assertThat(monsh.run("query", "up").code()).isZero();
        assertThat(server.asked())
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.header("Authorization")).isEqualTo(BASIC));
    }

    @Test
    void aSecretThatOthersCanReadIsRefused() throws IOException {
        boxWith("password_file: " + secretFile("rw-r--r--"));
        Ended ended = monsh.run("query", "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("others can read", "chmod 600");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aSecretThatIsNotThereIsAFaultOfTheConfiguration() {
        boxWith("password_env: GATEWAY_PASSWORD");
        Ended ended = monsh.run("query", "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("GATEWAY_PASSWORD", "is not set");
    }

    @Test
    void aPasswordIsSeenNowhere() throws IOException {
        String wrong = "wr0ng-and-visible";
        String encoded = Base64.getEncoder().encodeToString(("grafana:" + wrong).getBytes(StandardCharsets.UTF_8));
        boxWith("password_env: GATEWAY_PASSWORD");
        Launched withPassword = monsh.with("GATEWAY_PASSWORD", wrong);
        String userInUrl = server.url().replace("://", "://me:" + wrong + "@");

        for (Ended ended : List.of(
                withPassword.run("query", "up", "--verbose"),
                withPassword.run("metrics", "targets", "-v", "-o", "json"),
                withPassword.run("config", "show"),
                withPassword.run("config", "show", "-o", "json"),
                withPassword.run("box", "show", "-v"),
                withPassword.asking("http://127.0.0.1:1").run("query", "up", "-v"),
                monsh.asking(userInUrl).run("query", "up", "-v"))) {
            assertThat(ended.out() + ended.err()).isNotEmpty().doesNotContain(wrong, encoded);
        }
        assertThat(withPassword.run("query", "up").code()).isEqualTo(4);
    }

    @Test
    void aCredentialGoesToNoOtherServer() {
        boxWith("password_env: GATEWAY_PASSWORD");
        Launched withPassword = monsh.with("GATEWAY_PASSWORD", PASSWORD);
        try (FaultyServer other = FaultyServer.that(FaultyServer.answeringNothing())) {
            withPassword.asking(other.url()).run("query", "up");

            assertThat(other.asked())
                    .singleElement()
                    .satisfies(
                            asked -> assertThat(asked.header("Authorization")).isEmpty());
        }
    }

    @Test
    void anAliasThatCannotWorkIsSaid() {
        monsh.configuration("""
                aliases: {up: query up, broken: nosuch -x, chain: fine, fine: query up, sum: "sum(up)"}
                boxes: {}
                """);
        Ended ended = monsh.run("config", "check");
        assertThat(ended.code()).isZero();
        assertThat(ended.err().lines())
                .filteredOn(line -> line.contains("alias"))
                .containsExactly(
                        "monsh: warning: the alias broken begins with nosuch, which isn't a command",
                        "monsh: warning: the alias up is never used: a command has this name");
    }
}
