package dev.monsh.adapter.ssh.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.adapter.ssh.SshCase;
import dev.monsh.adapter.ssh.SshConnector;
import dev.monsh.adapter.ssh.config.HopReader;
import dev.monsh.adapter.ssh.config.JumpName;
import dev.monsh.adapter.ssh.config.SshHop;
import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.GatewaySettings;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.host.Privilege;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.SecretPrompt;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabKeys;
import dev.monsh.testing.gateway.LabUsers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to log in, with a real sshd and a real agent. */
class LoginIT extends SshCase {

    private static final String PASSPHRASE = "open sesame";

    private Path encrypted;

    @BeforeAll
    void keys() {
        encrypted = key("encrypted", "ed25519", PASSPHRASE);
    }

    /** Makes a key that the lab lets in. */
    private Path key(String name, String type, String passphrase, String... more) {
        Path file = lab.keys().make(name, type, passphrase, more);
        Path allowed = lab.root().resolve("authorized_keys");
        LabFiles.write(allowed, LabFiles.read(allowed) + LabKeys.publicKey(file) + "\n", "rw-r--r--");
        return file;
    }

    private SshSurroundings withKey(String name, String lines) {
        return configured(name + "_config", "UserKnownHostsFile " + lab.knownHosts() + "\n" + lines);
    }

    private void logsIn(SshSurroundings surroundings, SecretPrompt prompt) {
        try (RemoteHost host = connect(surroundings, LabUsers.FREE, prompt)) {
            assertThat(run(host, Privilege.LOGIN, "id -un\n").out().text()).isEqualTo(LabUsers.FREE + "\n");
        }
    }

    private RefusedException refuses(SshSurroundings surroundings, SecretPrompt prompt) {
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> connect(surroundings, LabUsers.FREE, prompt));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    @ParameterizedTest
    @CsvSource({"plain, ed25519, ''", "rsa, rsa, -b 3072", "pem, rsa, -b 2048 -m PEM", "ecdsa, ecdsa, -b 256"})
    void aKeyFileOpensTheDoor(String name, String type, String options) {
        Path file = key(name, type, "", options.isEmpty() ? new String[0] : options.split(" "));
        logsIn(withKey(name, "IdentityFile " + file), SecretPrompt.NOBODY);
    }

    @Test
    void thePassphraseOfAKeyIsAskedForAndMayBeMistypedTwice() {
        Person person = new Person("wrong", "wronger", PASSPHRASE);
        logsIn(withKey("encrypted", "IdentityFile " + encrypted), person);
        assertThat(person.questions).hasSize(3).containsOnly("passphrase for the key " + encrypted + ": ");
    }

    @Test
    void aWrongPassphraseIsSaid() {
        Person person = new Person("wrong", "wronger", "wrongest", PASSPHRASE);
        assertThat(refuses(withKey("encrypted", "IdentityFile " + encrypted), person))
                .hasMessageContaining(encrypted + " (the passphrase is wrong)");
    }

    @Test
    void whereNobodyCanBeAskedAnEncryptedKeyIsSaidToBeOne() {
        assertThat(refuses(withKey("encrypted", "IdentityFile " + encrypted), SecretPrompt.NOBODY))
                .hasMessageContaining(
                        encrypted + " (it needs a passphrase, which monsh can only ask for on a terminal)");
    }

    @Test
    void aKeyThatTheMachineDoesNotKnowIsRefusedNamingIt() {
        Path stranger = lab.keys().make("stranger", "ed25519", "");
        assertThat(refuses(withKey("stranger", "IdentityFile " + stranger), SecretPrompt.NOBODY))
                .hasMessageContaining("no key was accepted: " + stranger + "; the machine accepts publickey");
    }

    @Test
    void theFileOfTheConfigurationIsTriedFirst() {
        SshSurroundings none = withKey("none", "IdentityFile none");
        GatewaySettings settings = new GatewaySettings(
                "127.0.0.1",
                Optional.of(lab.sshPort()),
                Optional.of(LabUsers.FREE),
                Optional.of(lab.loginKey()),
                "/none",
                Optional.empty());
        try (RemoteHost host = new SshConnector(none, SecretPrompt.NOBODY).connect(settings)) {
            assertThat(run(host, Privilege.LOGIN, "id -un\n").out().text()).isEqualTo(LabUsers.FREE + "\n");
        }
    }

    @Test
    void anAgentSignsWithKeysOfEveryKindAndNothingIsAsked() {
        Path socket = lab.root().resolve("agent.sock");
        String agent = LabFiles.run(List.of(lab.program("ssh-agent").toString(), "-s", "-a", socket.toString()));
        long pid = Long.parseLong(agent.replaceAll("(?s).*SSH_AGENT_PID=(\\d+).*", "$1"));
        try {
            for (Path file : List.of(key("agent-ed", "ed25519", ""), key("agent-rsa", "rsa", "", "-b", "2048"))) {
                LabFiles.run(List.of(
                        "env", "SSH_AUTH_SOCK=" + socket, lab.program("ssh-add").toString(), "-q", file.toString()));
                logsIn(withAgent(socket), SecretPrompt.NOBODY);
                LabFiles.run(List.of(
                        "env", "SSH_AUTH_SOCK=" + socket, lab.program("ssh-add").toString(), "-q", "-D"));
            }
            assertThat(refuses(withAgent(socket), SecretPrompt.NOBODY)).hasMessageContaining("no key to log in with");
        } finally {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    private SshSurroundings withAgent(Path socket) {
        Path file = LabFiles.write(
                lab.root().resolve("agent_config"),
                "Host *\n    GlobalKnownHostsFile none\n    UserKnownHostsFile " + lab.knownHosts()
                        + "\n    IdentityFile none\n",
                "rw-r--r--");
        return new SshSurroundings(
                Map.of("SSH_AUTH_SOCK", socket.toString()),
                lab.root().resolve("home"),
                "nobody",
                Optional.of(lab.program("ssh")),
                Optional.of(file));
    }

    @Test
    void theWayLeadsThroughJumpHosts() {
        Path hostKey = lab.keys().make("inner", "ed25519", "");
        int port = lab.anotherSshd("HostKey " + hostKey + "\n");
        Path known = LabFiles.write(
                lab.root().resolve("known_jump"),
                LabFiles.read(lab.knownHosts()) + "inner.example " + LabKeys.publicKey(hostKey) + "\n",
                "rw-r--r--");
        String common = "UserKnownHostsFile " + known + "\nIdentityFile " + lab.loginKey() + "\nHostName 127.0.0.1\n";
        String route = "Host gateway\n    ProxyJump %s\n    Port " + port + "\n    User " + LabUsers.FREE
                + "\n    HostKeyAlias inner.example\nHost jump\n    Port " + lab.sshPort() + "\n    User "
                + LabUsers.REFUSED + "\nHost closed\n    Port " + lab.ports().free() + "\nHost *\n";
        Path file = lab.root().resolve("jump_config");
        SshSurroundings surroundings = configured("unused", common);
        SshSurroundings through =
                new SshSurroundings(Map.of(), surroundings.home(), "nobody", surroundings.client(), Optional.of(file));

        LabFiles.write(file, route.formatted("jump") + common.indent(4) + "    IdentityAgent none\n", "rw-r--r--");
        try (RemoteHost host = connectTo(through, "gateway")) {
            String seen = run(host, Privilege.LOGIN, "echo \"$SSH_CONNECTION $(id -un)\"\n")
                    .out()
                    .text();
            assertThat(seen).endsWith(" " + port + " " + LabUsers.FREE + "\n");
        }
        LabFiles.write(file, route.formatted("closed") + common.indent(4) + "    IdentityAgent none\n", "rw-r--r--");
        assertThat(catchThrowableOfType(UnreachableException.class, () -> connectTo(through, "gateway")))
                .as("without its jump host it is not reached")
                .hasMessageContaining("nothing answers on port");
    }

    @Test
    void withoutOpensshItsDefaultsHold() {
        SshHop hop = new HopReader(new SshSurroundings(
                        Map.of("SSH_AUTH_SOCK", "/run/agent"),
                        Path.of("/home/ann"),
                        "ann",
                        Optional.empty(),
                        Optional.empty()))
                .read(new JumpName(Optional.empty(), "Gateway.Example", Optional.empty()));

        assertThat(hop.name()).isEqualTo("ann@Gateway.Example");
        assertThat(hop.knownHostsName()).isEqualTo("gateway.example");
        assertThat(hop.knownHosts()).startsWith(Path.of("/home/ann/.ssh/known_hosts"));
        assertThat(hop.identityFiles()).contains(Path.of("/home/ann/.ssh/id_ed25519"));
        assertThat(hop.agent()).contains(Path.of("/run/agent"));
    }

    @Test
    void whatCannotBeDoneOfAConfigurationIsSaid() {
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> connectTo(withKey("proxy", "ProxyCommand nc %h %p"), "gateway")))
                .hasMessageContaining("ProxyCommand is not supported");
        assertThat(catchThrowableOfType(
                        ConfigurationException.class, () -> connectTo(withKey("bad", "NoSuchKeyword yes"), "gateway")))
                .hasMessageContaining("Bad configuration option");
    }

    @Test
    void variablesInThePathOfAKeyArePutIn() {
        SshSurroundings there =
                withKey("variable", "IdentityFile ${LAB_KEYS}/" + lab.loginKey().getFileName());
        SshSurroundings set = new SshSurroundings(
                Map.of("LAB_KEYS", String.valueOf(lab.loginKey().getParent())),
                there.home(),
                "nobody",
                there.client(),
                there.configuration());
        logsIn(set, SecretPrompt.NOBODY);
        assertThat(catchThrowableOfType(MonshException.class, () -> connect(there, LabUsers.FREE, SecretPrompt.NOBODY)))
                .hasMessageContaining("LAB_KEYS");
    }

    /** What sshj and BouncyCastle do not have is named, and what to allow instead. */
    @ParameterizedTest
    @CsvSource({
        "curve25519-sha256, true",
        "curve25519-sha256@libssh.org, true",
        "ecdh-sha2-nistp256, true",
        "diffie-hellman-group14-sha256, true",
        "diffie-hellman-group16-sha512, true",
        "sntrup761x25519-sha512@openssh.com, false"
    })
    void eachKeyExchangeWorksOrIsSaid(String exchange, boolean works) {
        int port = lab.anotherSshd("KexAlgorithms " + exchange + "\n");
        SshSurroundings surroundings = configured(
                "kex_config",
                "HostName 127.0.0.1\nPort " + port + "\nUser " + LabUsers.FREE + "\nHostKeyAlias kex.example\n"
                        + "UserKnownHostsFile "
                        + LabFiles.write(
                                lab.root().resolve("known_kex"),
                                "kex.example " + LabKeys.publicKey(lab.hostKey()) + "\n",
                                "rw-r--r--")
                        + "\nIdentityFile " + lab.loginKey());
        if (works) {
            try (RemoteHost host = connectTo(surroundings, "gateway")) {
                assertThat(run(host, Privilege.LOGIN, "id -un\n").out().text()).isEqualTo(LabUsers.FREE + "\n");
            }
            return;
        }
        MonshException failure = catchThrowableOfType(MonshException.class, () -> connectTo(surroundings, "gateway"));
        // a library that has it one day may simply log in
        if (failure != null) {
            assertThat(failure).hasMessageContaining(exchange).hasMessageContaining("KexAlgorithms");
        }
    }

    private SshSurroundings forced(String command) {
        int port = lab.anotherSshd("ForceCommand " + command + "\n");
        Path known = LabFiles.write(
                lab.root().resolve("known_forced"),
                "forced.example " + LabKeys.publicKey(lab.hostKey()) + "\n",
                "rw-r--r--");
        return configured(
                "forced_config",
                "HostName 127.0.0.1\nPort " + port + "\nUser " + LabUsers.FREE + "\nHostKeyAlias forced.example\n"
                        + "UserKnownHostsFile " + known + "\nIdentityFile " + lab.loginKey());
    }

    /** What the scripts of a login print comes before the answer of every command, as with plain ssh. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf '\\033]0;title\\007'",
                "printf 'text without a newline'",
                "printf 'text\\nin lines\\n'",
                "printf '\\001\\377\\n'",
                "echo to the other stream >&2",
                "seq 2000",
                "printf '\\033[31mcolour\\033[0m\\r'"
            })
    void whatALoginPrintsIsNoAnswer(String noise) {
        try (RemoteHost host = connectTo(forced(noise + "; exec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\""), "gateway")) {
            assertThat(run(host, Privilege.LOGIN, "id -un\n").out().text()).isEqualTo(LabUsers.FREE + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec zsh", "exec /bin/sh", "echo not available", "exit 1", "true"})
    void aLoginThatRunsSomethingElseIsSaidOrWorks(String command) {
        long begin = System.nanoTime();
        try (RemoteHost host = connectTo(forced(command), "gateway")) {
            assertThat(run(host, Privilege.LOGIN, "id -un\n").out().text()).isEqualTo(LabUsers.FREE + "\n");
        } catch (MonshException e) {
            assertThat(e.exitCode()).isNotEqualTo(ExitCode.FAULT);
            assertThat(e).hasMessageContaining("login");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(45));
    }

    @Test
    void aHostThatDoesNotAnswerIsUnreachable() {
        SshSurroundings closed =
                withKey("closed", "HostName 127.0.0.1\nPort " + lab.ports().free());
        assertThat(catchThrowableOfType(UnreachableException.class, () -> connectTo(closed, "gateway")))
                .hasMessageContaining("nothing answers on port");
    }
}
