package dev.monsh.adapter.yaml.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.box.AwsSettings;
import dev.monsh.box.Box;
import dev.monsh.box.ClientCertificate;
import dev.monsh.box.Configuration;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.LocalBox;
import dev.monsh.box.NginxSettings;
import dev.monsh.box.Secret;
import dev.monsh.box.Server;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationLoadingTest {

    private static final String EXAMPLE = """
            current: odk04
            boxes:
              odk04:
                stack: /root/process-monitor
                prometheus: {url: "http://localhost:9090"}
                loki: {url: "http://localhost:3100"}
                tailscale_ip: 100.64.0.7
              aibox-2:
                prometheus: {url: "https://203.0.113.5:9091", username: grafana, password_env: MONSH_GW_PASSWORD, ca_file: gw-ca.pem}
                loki: {url: "https://203.0.113.5:3101", headers: {X-Scope-OrgID: site-a}}
                tailscale_ip: 100.64.0.8
            gateway:
              ssh: {host: 203.0.113.5, user: ubuntu, identity_file: ~/.ssh/gw}
              nginx_site: /etc/nginx/sites-available/monitoring-proxy
              public_host: 203.0.113.5
            aws: {region: us-east-1, profile: default, security_group: sg-0a1b}
            grafana: {url: "https://grafana.example", token_file: ~/.config/monsh/grafana.token}
            """;

    private final AtomicFile files = new AtomicFile(InstantSource.system());

    @TempDir
    Path folder;

    private Path file;
    private Path home;
    private Path workingFolder;

    @BeforeEach
    void folders() throws IOException {
        file = folder.resolve("config.yml");
        home = Files.createDirectory(folder.resolve("home"));
        workingFolder = Files.createDirectory(folder.resolve("work"));
    }

    @Test
    void theExampleOfTheContractIsReadWhole() {
        Configuration configuration = load(EXAMPLE);
        assertThat(configuration.present()).isTrue();
        assertThat(configuration.file()).isEqualTo(file);
        assertThat(configuration.current()).contains("odk04");
        assertThat(configuration.boxes().keySet()).containsExactly("odk04", "aibox-2");
        assertThat(configuration.boxes())
                .containsEntry(
                        "odk04",
                        new Box(
                                "odk04",
                                Optional.of(Path.of("/root/process-monitor")),
                                LocalBox.endpoints(),
                                Optional.of("100.64.0.7"),
                                Set.of(Server.PROCESS_EXPORTER, Server.PROMTAIL)));
        assertThat(configuration.boxes().get("aibox-2"))
                .isEqualTo(new Box(
                        "aibox-2",
                        Optional.empty(),
                        Map.of(
                                Server.PROMETHEUS,
                                new Endpoint(
                                        URI.create("https://203.0.113.5:9091"),
                                        new Credential.Basic(
                                                "grafana", new Secret.FromEnvironment("MONSH_GW_PASSWORD")),
                                        Map.of(),
                                        Optional.of(folder.resolve("gw-ca.pem")),
                                        Optional.empty()),
                                Server.LOKI,
                                new Endpoint(
                                        URI.create("https://203.0.113.5:3101"),
                                        new Credential.None(),
                                        Map.of("X-Scope-OrgID", "site-a"),
                                        Optional.empty(),
                                        Optional.empty())),
                        Optional.of("100.64.0.8")));
        assertThat(configuration.gateway())
                .contains(new GatewaySettings(
                        "203.0.113.5",
                        Optional.empty(),
                        Optional.of("ubuntu"),
                        Optional.of(home.resolve(".ssh/gw")),
                        "/etc/nginx/sites-available/monitoring-proxy",
                        Optional.of("203.0.113.5")));
        assertThat(configuration.aws())
                .contains(new AwsSettings(
                        Optional.of("us-east-1"),
                        Optional.of("default"),
                        Optional.of("sg-0a1b"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(configuration.grafana())
                .contains(new Endpoint(
                        URI.create("https://grafana.example"),
                        new Credential.Bearer(new Secret.FromFile(home.resolve(".config/monsh/grafana.token"))),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void boxesMergeWhatTheyShare() {
        Configuration configuration = load("""
                boxes:
                  one: &one
                    prometheus: {url: "http://localhost:9090"}
                    tailscale_ip: 100.64.0.7
                  two: {tailscale_ip: 100.64.0.8, <<: *one}
                """);

        assertThat(configuration.boxes())
                .extractingByKeys("one", "two")
                .extracting(Box::tailscaleIp, box -> box.endpoints().keySet())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.of("100.64.0.7"), Set.of(Server.PROMETHEUS)),
                        org.assertj.core.groups.Tuple.tuple(Optional.of("100.64.0.8"), Set.of(Server.PROMETHEUS)));
    }

    @Test
    void anNginxThatIsNotTheDistributionsIsNamedByItsPaths() {
        Configuration configuration = load("""
                gateway:
                  ssh: {host: gw}
                  nginx: {program: /opt/nginx/sbin/nginx, prefix: /opt/nginx, configuration: /opt/nginx/n.conf, state: /opt/m}
                """);
        assertThat(configuration.gateway().orElseThrow().nginx())
                .isEqualTo(new NginxSettings(
                        "/opt/nginx/sbin/nginx",
                        Optional.of("/opt/nginx"),
                        Optional.of("/opt/nginx/n.conf"),
                        "/opt/m"));
        assertThat(load("gateway: {ssh: {host: gw}}").gateway().orElseThrow().nginx())
                .isEqualTo(NginxSettings.PACKAGED);
        assertThatThrownBy(() -> load("gateway: {ssh: {host: gw}, nginx: {state: state}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'state' must be an absolute path on the gateway");
    }

    @Test
    void everyFormOfASecretAndBothCertificateKeysAreRead() {
        Configuration configuration = load("""
                boxes:
                  a:
                    prometheus: {url: http://localhost:9090, username: u, password_command: pass show x}
                    loki: {url: http://localhost:3100, token_env: T, cert_file: c.pem, key_file: /k.pem}
                    process_exporter: {url: http://localhost:1, username: u, password_file: ../pw}
                    promtail: {url: http://localhost:2, token_command: echo x}
                """);
        Box box = configuration.boxes().values().iterator().next();
        assertThat(box.prometheus().credential())
                .isEqualTo(new Credential.Basic("u", new Secret.FromCommand("pass show x")));
        assertThat(box.loki().credential()).isEqualTo(new Credential.Bearer(new Secret.FromEnvironment("T")));
        assertThat(box.loki().clientCertificate())
                .contains(new ClientCertificate(folder.resolve("c.pem"), Path.of("/k.pem")));
        assertThat(box.processExporter().credential())
                .isEqualTo(new Credential.Basic(
                        "u", new Secret.FromFile(folder.getParent().resolve("pw"))));
        assertThat(box.promtail().credential()).isEqualTo(new Credential.Bearer(new Secret.FromCommand("echo x")));
    }

    @Test
    void withoutAFileThereIsThisMachine() {
        Configuration configuration = store(false).load();
        assertThat(configuration.present()).isFalse();
        assertThat(configuration.current()).contains("local");
        assertThat(configuration.boxes())
                .containsOnly(Map.entry(
                        "local",
                        new Box(
                                "local",
                                Optional.of(home.resolve("process-monitor")),
                                Map.of(
                                        Server.PROMETHEUS, Endpoint.of("http://localhost:9090"),
                                        Server.LOKI, Endpoint.of("http://localhost:3100"),
                                        Server.PROCESS_EXPORTER, Endpoint.of("http://localhost:9256"),
                                        Server.PROMTAIL, Endpoint.of("http://localhost:9080")),
                                Optional.empty(),
                                Set.of(Server.values()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"})
    void theStackIsTheWorkingFolderWhereItHoldsAComposeFile(String name) throws IOException {
        Files.createFile(workingFolder.resolve(name));
        assertThat(store(false).load().boxes().get("local"))
                .satisfies(local -> assertThat(local.stack()).contains(workingFolder));
    }

    @Test
    void aNamedFileMustBeThere() {
        assertThatThrownBy(() -> store(true).load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ": file not found");
        assertThatThrownBy(() ->
                        new YamlBoxStore(new ConfigurationLocation(folder, true), workingFolder, home, files).load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing yet\n", "boxes:\n", "boxes: {}\n", "current: local\n", "aws: {profile: x}\n"})
    void aFileWithoutBoxesHasThisMachine(String text) {
        assertThat(load(text).boxes().keySet()).containsExactly("local");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:|PROMETHEUS LOKI PROCESS_EXPORTER PROMTAIL",
                "a: {stack: x}|PROMETHEUS LOKI PROCESS_EXPORTER PROMTAIL",
                "a: {prometheus: {url: http://127.0.0.1:1}}|PROMETHEUS",
                "a: {stack: x, prometheus: {url: http://h:1}}|PROMETHEUS LOKI PROCESS_EXPORTER PROMTAIL",
                "a: {prometheus: {url: http://h:1}}|PROMETHEUS",
                "a: {prometheus: {url: http://h:1}, promtail: {url: http://h:2}}|PROMETHEUS PROMTAIL",
            })
    void onlyABoxOnThisMachineHasTheAddressesThatItDoesNotName(String box, String servers) {
        Box read = load("boxes:\n  " + box + "\n").boxes().values().iterator().next();
        assertThat(read.endpoints().keySet()).extracting(Enum::name).containsExactly(servers.split(" "));
    }

    @Test
    void anchorsAndAliasesAreFollowed() {
        Configuration configuration = load("""
                boxes:
                  a: {prometheus: &p {url: "http://h:1", token_env: &t T}}
                  b: {prometheus: *p, loki: {url: "http://h:2", token_env: *t}}
                """);
        List<Box> boxes = List.copyOf(configuration.boxes().values());
        assertThat(boxes.get(1).prometheus()).isEqualTo(boxes.get(0).prometheus());
        assertThat(boxes.get(1).loki().credential())
                .isEqualTo(boxes.get(0).prometheus().credential());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "- a|1:1|the configuration must be a mapping of keys to values, not a list",
                "hello|1:1|the configuration must be a mapping of keys to values, not text",
                "boxs: {}|1:1|unknown key 'boxs': did you mean 'boxes'?",
                "wholly_different: {}|1:1|unknown key 'wholly_different': expected one of current, boxes, gateway, aws, grafana, aliases, console",
                "current: odk4\\nboxes: {odk04: }|1:10|no box is named 'odk4': did you mean 'odk04'?",
                "current: z\\nboxes: {odk04: , b: }|1:10|no box is named 'z': there is odk04, b",
                "current:|1:9|'current' is empty: give it a value or remove it",
                "current: [a]|1:10|'current' must be text, not a list",
                "boxes: [a]|1:8|'boxes' must be a mapping of keys to values, not a list",
                "boxes: {a: http://h}|1:12|the box must be a mapping of keys to values, not text",
                "boxes: {a b: }|1:9|a box's name starts with a letter or digit and contains only letters, digits, '.', '_' and '-'",
                "boxes: {? [a] : }|1:11|a key must be a word, not a list",
                "boxes: {a: {prometheus: http://h}}|1:25|'prometheus' must be a mapping of keys to values, not text",
                "boxes: {a: {prometeus: {}}}|1:13|unknown key 'prometeus': did you mean 'prometheus'?",
                "boxes: {a: {loki: {username: u, password_env: P}}}|1:19|no 'url' here: add one such as url: \"http://localhost:9090\"",
                "boxes: {a: {loki: {url: }}}|1:24|'url' is empty: give it a value or remove it",
                "boxes: {a: {loki: {url: localhost}}}|1:25|'localhost' must begin with http:// or https://",
                "boxes: {a: {loki: {url: http://h, password: hunter2}}}|1:35|a password in clear text is not allowed: remove it and use password_env, password_file or password_command",
                "boxes: {a: {loki: {url: http://h, token: hunter2}}}|1:35|a token in clear text is not allowed: remove it and use token_env, token_file or token_command",
                "boxes: {a: {loki: {url: http://h, username: u}}}|1:35|'username' has no password: add password_env, password_file or password_command",
                "boxes: {a: {loki: {url: http://h, password_env: P}}}|1:19|a password is given without 'username'",
                "boxes: {a: {loki: {url: http://h, token_env: P, token_file: f}}}|1:19|the token is given more than once: keep one of token_env, token_file or token_command",
                "boxes: {a: {loki: {url: http://h, username: u, password_env: P, token_env: T}}}|1:19|both a token and a username with password are given: keep one of them",
                "boxes: {a: {loki: {url: http://h, cert_file: c}}}|1:35|'cert_file' needs 'key_file' next to it",
                "boxes: {a: {loki: {url: http://h, key_file: c}}}|1:35|'key_file' needs 'cert_file' next to it",
                "boxes: {a: {loki: {url: http://h, headers: {authorization: Bearer hunter2}}}}|1:45|the header authorization contains a secret, which is not allowed in clear text: use token_env, token_file or token_command next to 'headers'",
                "boxes: {a: {loki: {url: http://h, headers: {X Y: z}}}}|1:45|this is not an HTTP header name: use letters, digits and '-'",
                "boxes: {a: {loki: {url: http://h, headers: {X: \"a\\\\nb\"}}}}|1:48|the header X may only contain printable ASCII",
                "boxes: {a: {tailscale_ip: odk04}}|1:27|'tailscale_ip' must be an IP address such as 100.64.0.7",
                "boxes: {a: {tailscale_ip: 100.64.0.256}}|1:27|'tailscale_ip' must be an IP address such as 100.64.0.7",
                "gateway: {nginx_site: /x}|1:10|'gateway' has no address: add ssh: {host: …}",
                "gateway: {ssh: {host: h, port: 70000}}|1:32|'port' must be a whole number from 1 to 65535",
                "gateway: {ssh: {host: h, port: x}}|1:32|'port' must be a whole number from 1 to 65535",
                "gateway: {ssh: {host: h, identity: f}}|1:26|unknown key 'identity': expected one of host, port, user, identity_file",
                "gateway: {ssh: {host: h}, nginx_site: sites}|1:39|'nginx_site' must be an absolute path on the gateway",
                "gateway: {ssh: {host: h}, public_host: 'h:9090'}|1:40|'public_host' must be a name or an address alone: the mappings have the ports",
                "gateway: {ssh: {host: -oProxyCommand=x}}|1:23|'host' must not begin with '-' or contain blanks or control characters",
                "gateway: {ssh: {host: \"a b\"}}|1:23|'host' must not begin with '-' or contain blanks or control characters",
                "gateway: {ssh: {host: \"a\\\\nb\"}}|1:23|'host' must not begin with '-' or contain blanks or control characters",
                "gateway: {ssh: {host: h, user: -lroot}}|1:32|'user' must not begin with '-' or contain blanks or control characters",
                "gateway: {ssh: {host: h, user: \"a\\tb\"}}|1:32|'user' must not begin with '-' or contain blanks or control characters",
                "gateway: {ssh: {host: h}, public_host: -h}|1:40|'public_host' must not begin with '-' or contain blanks or control characters",
                "gateway: {ssh: {host: h}, nginx_site: \"/a\\\\nb\"}|1:39|'nginx_site' must not begin with '-' or contain control characters",
                "gateway: {ssh: {host: h}, nginx: {program: -k}}|1:44|'program' must not begin with '-' or contain control characters",
                "gateway: {ssh: {host: h}, nginx: {state: \"/a\\\\nb\"}}|1:42|'state' must not begin with '-' or contain control characters",
                "aws: {region: -x}|1:15|'region' must not begin with '-' or contain blanks or control characters",
                "aws: {profile: --x}|1:16|'profile' must not begin with '-' or contain control characters",
                "aws: {security_group: -x}|1:23|'security_group' must not begin with '-' or contain control characters",
                "aws: {image_parameter: -x}|1:24|'image_parameter' must not begin with '-' or contain control characters",
                "aws: {regoin: x}|1:7|unknown key 'regoin': did you mean 'region'?",
                "grafana: {token_env: G}|1:10|no 'url' here: add one such as url: \"http://localhost:9090\"",
                "aws: {region: a, region: b}|1:18|the key 'region' is already in line 1",
                "current: \"a\\0\"|1:10|no box is named 'a\u0000': there is local",
                "boxes: {a: {stack: \"x\\0\"}}|1:20|'stack' is not a path",
                "a: b: c|1:5|unexpected ':': check the indentation, and quote text that contains ': '",
            })
    void aFaultHasItsPlaceAndSaysWhatToDo(String text, String place, String message) {
        assertThatThrownBy(() -> load(
                        text.replace("\\\\n", "\\\u0001").replace("\\n", "\n").replace("\u0001", "n")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(Object::toString)
                                .containsExactly(file + ":" + place + ": " + message))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileWhoseNameBeginsWithAHyphenIsNoOption() {
        assertThat(load("gateway: {ssh: {host: h, identity_file: -oX}}")
                        .gateway()
                        .orElseThrow()
                        .identityFile())
                .hasValue(file.resolveSibling("-oX"));
    }

    @Test
    void allFaultsAreReportedTogetherInTheOrderOfTheFile() {
        String text = """
                current: nobody
                boxes:
                  a:
                    prometheus: {url: nowhere, usrname: u}
                    a: 1
                  a:
                    loki: {password: hunter2}
                grafna: {}
                """;
        assertThatThrownBy(() -> load(text)).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e.problems())
                    .extracting(each -> each.line() + ":" + each.column())
                    .containsExactly("1:10", "4:23", "4:32", "5:5", "6:3", "7:11", "7:12", "8:1");
            assertThat(e.problems().toString()).doesNotContain("hunter2");
        });
    }

    private Configuration load(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return store(false).load();
    }

    private YamlBoxStore store(boolean named) {
        return new YamlBoxStore(new ConfigurationLocation(file, named), workingFolder, home, files);
    }
}
