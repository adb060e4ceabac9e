package dev.monsh.adapter.yaml.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.Box;
import dev.monsh.box.ClientCertificate;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.LocalBox;
import dev.monsh.box.Secret;
import dev.monsh.box.Server;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlBoxStoreTest {

    private static final String FILE = """
            # the boxes of the plant
            current: odk04   # mine

            boxes:
              # in the hall
              odk04:
                stack: /root/process-monitor
                prometheus: {url: "http://localhost:9090"}

              # behind the gateway
              aibox-2:
                prometheus: {url: "https://203.0.113.5:9091"}

            # clouds
            aws: {region: us-east-1}
            """;

    private static final Box LOCAL =
            new Box("odk05", Optional.of(Path.of("/srv/stack")), LocalBox.endpoints(), Optional.of("100.64.0.9"));

    @TempDir
    Path folder;

    @Test
    void aBoxIsAddedBehindTheOthersInTheirLayout() throws IOException {
        YamlBoxStore store = store(FILE);
        store.add(LOCAL).make();
        assertThat(content()).isEqualTo(FILE.replace("9091\"}\n", """
                                9091"}

                                  odk05:
                                    stack: /srv/stack
                                    prometheus: {url: 'http://localhost:9090'}
                                    loki: {url: 'http://localhost:3100'}
                                    tailscale_ip: 100.64.0.9
                                """));
        Box read = store.load().boxes().getOrDefault("odk05", LOCAL);
        assertThat(read.endpoints()).isEqualTo(LOCAL.endpoints());
        assertThat(read.assumed()).containsExactlyInAnyOrder(Server.PROCESS_EXPORTER, Server.PROMTAIL);
    }

    @Test
    void theFirstBoxMakesThePrivateFileAndItsFolder() throws IOException {
        Path file = folder.resolve("a/monsh/config.yml");
        YamlBoxStore store = store(file);
        store.add(LOCAL).make();
        assertThat(Files.readString(file)).isEqualTo("""
                        boxes:
                          odk05:
                            stack: /srv/stack
                            prometheus: {url: 'http://localhost:9090'}
                            loki: {url: 'http://localhost:3100'}
                            tailscale_ip: 100.64.0.9
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))))
                .isEqualTo("rwx------");
        assertThat(store.load().boxes().keySet()).containsExactly("odk05");
    }

    @Test
    void everythingThatABoxCanHaveComesBackAsItWas() throws IOException {
        Endpoint basic = new Endpoint(
                URI.create("https://gw.example:9091/p"),
                new Credential.Basic("it's", new Secret.FromCommand("pass show 'x y' | head -1")),
                Map.of("X-Scope-OrgID", "a: b", "X-B", "#1"),
                Optional.of(Path.of("/a b/ca.pem")),
                Optional.of(new ClientCertificate(Path.of("/c.pem"), Path.of("/k.pem"))));
        Endpoint bearer = new Endpoint(
                URI.create("http://gw.example:3101"),
                new Credential.Bearer(new Secret.FromFile(Path.of("/run/secrets/t"))),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Endpoint variable = new Endpoint(
                URI.create("http://gw.example:9080"),
                new Credential.Bearer(new Secret.FromEnvironment("T")),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Box box = new Box(
                "far",
                Optional.empty(),
                Map.of(Server.PROMETHEUS, basic, Server.LOKI, bearer, Server.PROMTAIL, variable),
                Optional.of("fd7a:115c:a1e0::7"));
        YamlBoxStore store = store(FILE);
        store.add(box).make();
        assertThat(store.load().boxes().get("far")).isEqualTo(box);
    }

    @Test
    void emptyBoxesAreFilledAndTheFirstOneIsInUse() throws IOException {
        YamlBoxStore store = store("current: local\nboxes: {} # none\n");
        store.add(new Box("a", Optional.of(Path.of("/s")), LocalBox.endpoints(), Optional.empty()))
                .make();
        assertThat(content()).startsWith("current: a\nboxes: # none\n  a:\n    stack: /s\n    prometheus: {url:");
        assertThat(store.load().current()).contains("a");
    }

    @Test
    void aBoxThatIsThereIsNotAddedAgain() throws IOException {
        YamlBoxStore store = store(FILE);
        Box again = new Box("odk04", Optional.empty(), LocalBox.endpoints(), Optional.empty());
        assertThatThrownBy(() -> store.add(again)).isInstanceOf(ConflictException.class);
        Box unnameable = new Box("a b", Optional.empty(), LocalBox.endpoints(), Optional.empty());
        assertThatThrownBy(() -> store.add(unnameable)).isInstanceOf(UsageException.class);
        assertThat(content()).isEqualTo(FILE);
    }

    @Test
    void anotherBoxIsTakenIntoUseInPlace() throws IOException {
        store(FILE).use("aibox-2").make();
        assertThat(content()).isEqualTo(FILE.replace("current: odk04   #", "current: aibox-2   #"));
    }

    @Test
    void theFirstUseIsWrittenAboveTheBoxes() throws IOException {
        store("# head\n\n# all of them\nboxes:\n  a:\n  b:\n").use("b").make();
        assertThat(content()).isEqualTo("# head\n\ncurrent: b\n# all of them\nboxes:\n  a:\n  b:\n");
    }

    @Test
    void aRemovedBoxTakesItsCommentAlong() throws IOException {
        store(FILE).remove("aibox-2").make();
        assertThat(content())
                .isEqualTo(FILE.replace(
                        "\n  # behind the gateway\n  aibox-2:\n    prometheus: {url: \"https://203.0.113.5:9091\"}\n",
                        ""));
    }

    @Test
    void theRemovedBoxIsNoLongerInUse() throws IOException {
        YamlBoxStore store = store(FILE);
        store.remove("odk04").make();
        assertThat(store.load().current()).isEmpty();
        assertThat(store.load().boxes().keySet()).containsExactly("aibox-2");
        store.remove("aibox-2").make();
        assertThat(content()).isEqualTo("# the boxes of the plant\nboxes: {}\n\n# clouds\naws: {region: us-east-1}\n");
        assertThat(store.load().boxes().keySet()).containsExactly("local");
    }

    @Test
    void aNameThatIsNotThereIsNamedWithTheNearest() throws IOException {
        YamlBoxStore store = store(FILE);
        assertThatThrownBy(() -> store.use("odk4"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("did you mean 'odk04'?");
        assertThatThrownBy(() -> store.remove("nobody")).isInstanceOf(UsageException.class);
        assertThat(content()).isEqualTo(FILE);
    }

    @Test
    void thisMachineCanNotBeEditedWhileItIsNotInTheFile() throws IOException {
        assertThatThrownBy(() -> store("aws: {}\n").remove("local"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("while no box is configured");
        YamlBoxStore absent = store(folder.resolve("absent.yml"));
        assertThatThrownBy(() -> absent.use("local")).isInstanceOf(UsageException.class);
        assertThat(folder.resolve("absent.yml")).doesNotExist();
    }

    @Test
    void aFileWithFaultsIsNotEdited() throws IOException {
        String text = "boxes:\n  a: {promtheus: {}}\n  b: {loki: }\n";
        YamlBoxStore store = store(text);
        for (Runnable change :
                List.<Runnable>of(() -> store.add(LOCAL), () -> store.use("b"), () -> store.remove("b"))) {
            assertThatThrownBy(change::run)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("did you mean 'prometheus'?");
        }
        assertThat(content()).isEqualTo(text);
    }

    @Test
    void boxesThatStandInTwoPlacesAreLeftToTheirOwner() throws IOException {
        String text = "boxes:\n  a: &a {loki: {url: 'http://h'}}\n  b: *a\n";
        YamlBoxStore store = store(text);
        assertThatThrownBy(() -> store.remove("a"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 3");
        assertThat(content()).isEqualTo(text);
        store.remove("b").make();
        assertThat(content()).isEqualTo("boxes:\n  a: &a {loki: {url: 'http://h'}}\n");
    }

    private String content() throws IOException {
        return Files.readString(folder.resolve("config.yml"));
    }

    private YamlBoxStore store(String text) throws IOException {
        return store(Files.writeString(folder.resolve("config.yml"), text));
    }

    private YamlBoxStore store(Path file) {
        return new YamlBoxStore(
                new ConfigurationLocation(file, false), folder, folder, new AtomicFile(InstantSource.system()));
    }
}
