package dev.monsh.adapter.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.failure.MonshException;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabKeys;
import dev.monsh.testing.gateway.LabUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * OpenSSH's verdict beside monsh's: whoever ssh lets in, and only they, does monsh let in, with the same configuration. monsh is
 * stricter where a host on another port is known without its port: ssh then takes the key of the host's port 22 as well.
 */
@LongRunning
class SshVerdictIT extends SshCase {

    private static final int FEWEST = 40;
    private static final Set<String> STRICTER = Set.of("the name without its port", "a pattern that excludes it");

    private final Map<String, String> cases = new LinkedHashMap<>();
    private Path folder;
    private Path agent;
    private long agentPid;
    private String key;
    private String place;
    private String login;

    @BeforeAll
    void surroundingsOfTheCases() {
        folder = lab.root().resolve("verdicts");
        LabFiles.write(folder.resolve("README"), "files of the cases\n", "rw-r--r--");
        key = LabKeys.publicKey(lab.hostKey());
        place = "[127.0.0.1]:" + lab.sshPort();
        login = lab.loginKey().toString();
        agent = folder.resolve("agent");
        String said = LabFiles.run(List.of(lab.program("ssh-agent").toString(), "-s", "-a", agent.toString()));
        agentPid = Long.parseLong(said.replaceAll("(?s).*SSH_AGENT_PID=(\\d+).*", "$1"));
        for (int i = 1; i <= 7; i++) {
            lab.keys().make("stranger" + i, "ed25519", "");
        }
    }

    @AfterAll
    void stopAgent() {
        ProcessHandle.of(agentPid).ifPresent(ProcessHandle::destroy);
    }

    private String file(String name, String text) {
        return LabFiles.write(folder.resolve(name), text, "rw-r--r--").toString();
    }

    private String stranger(int number) {
        return "IdentityFile " + lab.root().resolve("keys/stranger" + number) + "\n";
    }

    private String strangers(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            lines.append(stranger(i));
        }
        return lines.toString();
    }

    private String copied(String from, String name, String mode) {
        return LabFiles.write(folder.resolve(name), LabFiles.read(Path.of(from)), mode)
                .toString();
    }

    /** A case whose host is known, so that the login decides. */
    private void login(String name, String lines) {
        add(name, lines + "\nUserKnownHostsFile " + lab.knownHosts() + "\n");
    }

    /** A case whose login is right, so that the host's key decides. */
    private void known(String name, String hosts, String... lines) {
        String file = file("known-" + cases.size(), hosts + "\n");
        add(name, "UserKnownHostsFile " + file + "\nIdentityFile " + login + "\n" + String.join("\n", lines) + "\n");
    }

    private void add(String name, String lines) {
        add(name, lines, lab.sshPort(), LabUsers.FREE);
    }

    private void add(String name, String lines, int port, String user) {
        raw(
                name,
                "Host gateway\n    HostName 127.0.0.1\n    Port " + port + "\n    User " + user + "\nHost *\n"
                        + lines.indent(4));
    }

    private void raw(String name, String text) {
        String more = (text.contains("IdentityAgent") ? "" : "    IdentityAgent none\n")
                + (text.contains("GlobalKnownHostsFile") ? "" : "    GlobalKnownHostsFile none\n");
        cases.put(name, file("config-" + cases.size(), text + "\nHost *\n" + more));
    }

    private void agentHolds(Path... keys) {
        LabFiles.run(
                List.of("env", "SSH_AUTH_SOCK=" + agent, lab.program("ssh-add").toString(), "-q", "-D"));
        for (Path each : keys) {
            LabFiles.run(List.of(
                    "env", "SSH_AUTH_SOCK=" + agent, lab.program("ssh-add").toString(), "-q", each.toString()));
        }
    }

    private void logins() {
        login("the right key", "IdentityFile " + login);
        login("a stranger's key", stranger(1));
        login("a stranger's key before the right one", stranger(1) + "IdentityFile " + login);
        login("a file that is not there", "IdentityFile " + folder.resolve("none"));
        login(
                "a file that is not there before the right one",
                "IdentityFile " + folder.resolve("none") + "\nIdentityFile " + login);
        login("a key that others can read", "IdentityFile " + copied(login, "open", "rw-r--r--"));
        login(
                "a key that others can read before a good copy",
                "IdentityFile " + folder.resolve("open") + "\nIdentityFile " + copied(login, "closed", "rw-------"));
        login("five strangers first", strangers(5) + "IdentityFile " + login);
        login("seven strangers first", strangers(7) + "IdentityFile " + login);
        login("an encrypted key and nobody to ask", "IdentityFile " + lab.keys().make("locked", "ed25519", "secret"));
        login(
                "a name with the user in it",
                "IdentityFile "
                        + copied(login, "key-" + LabUsers.FREE, "rw-------").replace(LabUsers.FREE, "%r"));
        login(
                "a name with the port in it",
                "IdentityFile "
                        + copied(login, "key-" + lab.sshPort(), "rw-------")
                                .replace(String.valueOf(lab.sshPort()), "%p"));
        login(
                "a name with the host in it",
                "IdentityFile " + copied(login, "key-127.0.0.1", "rw-------").replace("127.0.0.1", "%h"));
        login("no keys", "IdentityFile none");
        login("no login by keys", "IdentityFile " + login + "\nPubkeyAuthentication no");
        add(
                "another user",
                "IdentityFile " + login + "\nUserKnownHostsFile " + lab.knownHosts(),
                lab.sshPort(),
                "nobodyatall");
        add(
                "another port",
                "IdentityFile " + login + "\nUserKnownHostsFile " + lab.knownHosts(),
                lab.ports().free(),
                LabUsers.FREE);
    }

    private void agents() {
        String socket = "IdentityAgent " + agent + "\n";
        login("the agent has the key", socket + "IdentityFile none");
        login("the agent has the key, and only files count", socket + "IdentityFile none\nIdentitiesOnly yes");
        file("only.pub", LabKeys.publicKey(lab.loginKey()) + "\n");
        login(
                "the agent has the key of a public file",
                socket + "IdentitiesOnly yes\nIdentityFile " + folder.resolve("only"));
        login("the agent has another key than the file", socket + "IdentitiesOnly yes\n" + stranger(1));
        login("an agent that is not there", "IdentityAgent " + folder.resolve("nowhere") + "\nIdentityFile " + login);
        login("no agent", "IdentityAgent none\nIdentityFile none");
    }

    private void knownHosts() {
        Path other = lab.root().resolve("keys/stranger1");
        String wrong = LabKeys.publicKey(other);
        known("the name with its port", place + " " + key);
        known("the name without its port", "127.0.0.1 " + key);
        known("a pattern", "[127.0.0.*]:* " + key);
        known("a pattern of one character", "[127.0.0.?]:" + lab.sshPort() + " " + key);
        known("a pattern that excludes it", "*,!" + place + " " + key);
        known("a pattern that excludes another", "*,!other.example " + key);
        known("another name", "other.example " + key);
        known("another key", place + " " + wrong);
        known("another key and the right one", place + " " + wrong + "\n" + place + " " + key);
        known("a revoked key", place + " " + key + "\n@revoked * " + key);
        known("a key that was revoked first", "@revoked * " + key + "\n" + place + " " + key);
        known("a key that is revoked for another host", "@revoked other.example " + key + "\n" + place + " " + key);
        known(
                "comments and damaged lines before it",
                "# a comment\n\nnonsense\n" + place + " ssh-ed25519 AAAA\n" + place + " " + key);
        known("an unknown marker", "@unknown " + place + " " + key);
        known("nothing", "");
        known("an alias", "lab.example " + key, "HostKeyAlias lab.example");
        known("an alias that is not known", place + " " + key, "HostKeyAlias lab.example");
        known("an alias in capitals", "lab.example " + key, "HostKeyAlias LAB.example");
        known("an authority for a host without a certificate", "@cert-authority " + place + " " + key);
        String hashed = file("hashed", place + " " + key + "\n");
        LabFiles.run(List.of(lab.program("ssh-keygen").toString(), "-q", "-H", "-f", hashed));
        known("a hashed name", LabFiles.read(Path.of(hashed)).strip());
        add(
                "a second file",
                "UserKnownHostsFile " + file("empty", "") + " " + lab.knownHosts() + "\nIdentityFile " + login);
        add(
                "the file of the system",
                "UserKnownHostsFile none\nGlobalKnownHostsFile " + lab.knownHosts() + "\nIdentityFile " + login);
        add("a file that is not there", "UserKnownHostsFile " + folder.resolve("none") + "\nIdentityFile " + login);
    }

    private void revocations() {
        String good = place + " " + key;
        Path host = Path.of(lab.hostKey() + ".pub");
        known("revoked in a file of keys", good, "RevokedHostKeys " + file("revoked", key + "\n"));
        known(
                "another key in a file of keys",
                good,
                "RevokedHostKeys "
                        + file("revoked-other", LabKeys.publicKey(lab.root().resolve("keys/stranger1")) + "\n"));
        known("a file of keys that is not there", good, "RevokedHostKeys " + folder.resolve("none"));
        known("revoked in a list", good, "RevokedHostKeys " + list("list", host.toString()));
        known(
                "another key in a list",
                good,
                "RevokedHostKeys "
                        + list(
                                "list-other",
                                lab.root().resolve("keys/stranger1.pub").toString()));
        known(
                "revoked in a list by SHA-256",
                good,
                "RevokedHostKeys " + list("list-sha256", file("spec256", "sha256: " + key + "\n")));
        known(
                "revoked in a list by SHA-1",
                good,
                "RevokedHostKeys " + list("list-sha1", file("spec1", "sha1: " + key + "\n")));
        known("a damaged list", good, "RevokedHostKeys " + file("damaged", "SSHKRL\n\0damaged"));
    }

    private String list(String name, String... sources) {
        return list(name, List.of(), sources);
    }

    private String list(String name, List<String> options, String... sources) {
        List<String> words = new ArrayList<>(List.of(
                lab.program("ssh-keygen").toString(),
                "-q",
                "-k",
                "-f",
                folder.resolve(name).toString()));
        words.addAll(options);
        words.addAll(List.of(sources));
        LabFiles.run(words);
        return folder.resolve(name).toString();
    }

    private void certificates() {
        Path authority = lab.keys().make("ca", "ed25519", "");
        String signs = LabKeys.publicKey(authority);
        certificate("a certificate", authority, "-n", "127.0.0.1", "-z", "7");
        certificate("a certificate of another name", authority, "-n", "other.example");
        certificate("a certificate for any name", authority);
        certificate("a certificate with a pattern", authority, "-n", "127.0.0.*");
        certificate("a certificate that has expired", authority, "-n", "127.0.0.1", "-V", "-2w:-1w");
        certificate("a certificate that is not valid yet", authority, "-n", "127.0.0.1", "-V", "+1w:+2w");
        certificate("a certificate with an unknown option", authority, "-n", "127.0.0.1", "-O", "critical:x=y");
        int port = certified.get("a certificate");
        String at = "@cert-authority [127.0.0.1]:" + port + " " + signs;
        certificateOf("an authority that is revoked", port, at + "\n@revoked * " + signs, "");
        certificateOf("an authority of another name", port, "@cert-authority other.example " + signs, "");
        certificateOf("another authority", port, "@cert-authority * " + key, "");
        String ca = authority + ".pub";
        certificateOf(
                "a serial in a list",
                port,
                at,
                list("serial", List.of("-s", ca), file("spec-serial", "serial: 5-9\n")));
        certificateOf(
                "another serial in a list",
                port,
                at,
                list("serial-other", List.of("-s", ca), file("spec-serial-other", "serial: 8\nserial: 100\n")));
        certificateOf(
                "an identity in a list", port, at, list("identity", List.of("-s", ca), file("spec-id", "id: lab\n")));
        certificateOf("the authority in a list", port, at, list("authority-list", ca));
    }

    private final Map<String, Integer> certified = new LinkedHashMap<>();

    private void certificate(String name, Path authority, String... options) {
        Path hostKey = lab.keys().make("certified" + certified.size(), "ed25519", "");
        List<String> words = new ArrayList<>(List.of("-h"));
        words.addAll(List.of(options));
        Path certificate = lab.keys().certify(authority, hostKey, words.toArray(String[]::new));
        int port = lab.anotherSshd("HostKey " + hostKey + "\nHostCertificate " + certificate + "\n");
        certified.put(name, port);
        certificateOf(name, port, "@cert-authority [127.0.0.1]:" + port + " " + LabKeys.publicKey(authority), "");
    }

    private void certificateOf(String name, int port, String hosts, String revoked) {
        String file = file("known-" + cases.size(), hosts + "\n");
        add(
                name,
                "UserKnownHostsFile " + file + "\nIdentityFile " + login + "\n"
                        + (revoked.isEmpty() ? "" : "RevokedHostKeys " + revoked + "\n"),
                port,
                LabUsers.FREE);
    }

    private void configurations() {
        String rest = "    UserKnownHostsFile " + lab.knownHosts() + "\n    IdentityFile " + login + "\n";
        String here = "    HostName 127.0.0.1\n    Port " + lab.sshPort() + "\n    User " + LabUsers.FREE + "\n";
        raw("a match", "Match host gateway\n" + here + rest);
        raw(
                "a match of another host",
                "Match host other\n" + here + "Host gateway\n    HostName 127.0.0.1\n    Port 1\n" + rest);
        raw("a match by a program", "Match exec \"true\"\n" + here + rest);
        raw(
                "a match by a program that says no",
                "Match exec \"false\"\n" + here + "Host gateway\n    HostName 127.0.0.1\n    Port 1\n" + rest);
        raw("an included file", "Include " + file("included", "Host gateway\n" + here + rest) + "\n");
        raw("the first value counts", "Host gateway\n" + here + "    Port 1\n" + rest);
        raw("an unknown keyword", "Host gateway\n" + here + rest + "    NoSuchKeyword yes\n");
        raw(
                "an unknown keyword to ignore",
                "IgnoreUnknown NoSuchKeyword\nHost gateway\n" + here + rest + "    NoSuchKeyword yes\n");
        String jump = "Host jump\n    HostName 127.0.0.1\n    Port " + lab.sshPort() + "\n    User " + LabUsers.REFUSED
                + "\n";
        raw("a jump host", "Host gateway\n    ProxyJump jump\n" + here + jump + "Host *\n" + rest);
        raw(
                "a jump host whose key is not known",
                "Host gateway\n    ProxyJump jump\n" + here + rest
                        + jump.replace(
                                "Host jump\n", "Host jump\n    UserKnownHostsFile " + folder.resolve("none") + "\n")
                        + "Host *\n" + rest);
    }

    private boolean sshLetsIn(String config) {
        try {
            Process ssh = new ProcessBuilder(
                            lab.program("ssh").toString(),
                            "-F",
                            config,
                            "-o",
                            "BatchMode=yes",
                            "-o",
                            "StrictHostKeyChecking=yes",
                            "-o",
                            "ConnectTimeout=5",
                            "gateway",
                            "true")
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            assertThat(ssh.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return ssh.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String monshSays(String config) {
        SshSurroundings surroundings = new SshSurroundings(
                        Map.of(),
                        lab.root().resolve("home"),
                        "nobody",
                        Optional.of(lab.program("ssh")),
                        Optional.of(Path.of(config)))
                .within(Duration.ofSeconds(5));
        try {
            connectTo(surroundings, "gateway").close();
            return "";
        } catch (MonshException e) {
            return e.getMessage();
        }
    }

    @Test
    void monsh_lets_in_whom_ssh_lets_in() {
        logins();
        agents();
        knownHosts();
        revocations();
        certificates();
        configurations();
        agentHolds(lab.loginKey());
        Map<String, String> differ = new LinkedHashMap<>();
        int letIn = 0;
        for (Map.Entry<String, String> each : cases.entrySet()) {
            boolean ssh = sshLetsIn(each.getValue());
            String monsh = monshSays(each.getValue());
            letIn += ssh ? 1 : 0;
            if (STRICTER.contains(each.getKey())) {
                assertThat(monsh).as(each.getKey()).contains("its key is not known");
            } else if (ssh != monsh.isEmpty()) {
                String why = monsh.isEmpty() ? "lets in" : monsh.substring(0, Math.min(90, monsh.length()));
                differ.put(each.getKey(), "ssh " + (ssh ? "lets in" : "refuses") + "; monsh: " + why);
            }
        }
        assertThat(cases).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(letIn).isBetween(10, cases.size() - 10);
        assertThat(differ).isEmpty();
    }
}
