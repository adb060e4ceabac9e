package dev.monsh.adapter.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.adapter.ssh.SshCase;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RefusedException;
import dev.monsh.gateway.host.RemoteHost;
import dev.monsh.gateway.host.SecretPrompt;
import dev.monsh.testing.gateway.LabFiles;
import dev.monsh.testing.gateway.LabKeys;
import dev.monsh.testing.gateway.LabUsers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which keys of a host are accepted, asked of a real sshd. */
class HostKeyIT extends SshCase {

    private String name;
    private String key;

    @BeforeAll
    void names() {
        name = "[127.0.0.1]:" + lab.sshPort();
        key = LabKeys.publicKey(lab.hostKey());
    }

    private SshSurroundings knowing(String... lines) {
        Path file = LabFiles.write(lab.root().resolve("known"), String.join("\n", lines) + "\n", "rw-r--r--");
        return configured("known_config", "UserKnownHostsFile " + file + "\nIdentityFile " + lab.loginKey() + "\n");
    }

    private void accepts(SshSurroundings surroundings) {
        try (RemoteHost host = connect(surroundings, LabUsers.FREE, SecretPrompt.NOBODY)) {
            assertThat(host.name()).isEqualTo(LabUsers.FREE + "@127.0.0.1:" + lab.sshPort());
        }
    }

    private RefusedException refuses(SshSurroundings surroundings) {
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> connect(surroundings, LabUsers.FREE, SecretPrompt.NOBODY));
        assertThat(refusal).isNotNull();
        assertThat(refusal.exitCode()).isEqualTo(ExitCode.REFUSED);
        return refusal;
    }

    @Test
    void anUnknownHostIsRefusedWithItsFingerprintAndTheCommandThatMakesItKnown() {
        SshSurroundings surroundings = knowing("# nothing");
        String fingerprint = LabFiles.run(List.of(lab.program("ssh-keygen").toString(), "-lf", lab.hostKey() + ".pub"))
                .split(" ")[1];

        RefusedException refusal = refuses(surroundings);

        assertThat(refusal).hasMessageContaining("its key is not known: ssh-ed25519 " + fingerprint);
        assertThat(LabFiles.read(lab.root().resolve("known")))
                .as("nothing is added silently")
                .isEqualTo("# nothing\n");
        LabFiles.run(List.of("/bin/sh", "-c", command(refusal)));
        accepts(surroundings);
    }

    @Test
    void anotherKeyThanTheKnownOneIsRefusedNamingTheLine() {
        Path other = lab.keys().make("other", "ed25519", "");

        RefusedException refusal = refuses(knowing("# first", name + " " + LabKeys.publicKey(other)));

        assertThat(refusal)
                .hasMessageContaining(
                        "its key is not the one in " + lab.root().resolve("known") + ":2 but ssh-ed25519");
        assertThat(command(refusal)).contains("-R '" + name + "'");
    }

    @Test
    void aHostWithAnotherTypeOfKeyOnTheListIsRefused() {
        Path rsa = lab.keys().make("rsa", "rsa", "", "-b", "2048");
        assertThat(refuses(knowing(name + " " + LabKeys.publicKey(rsa)))).hasMessageContaining("is not the one in");
    }

    @Test
    void aRevokedKeyIsRefusedWhateverElseIsSaidOfIt() {
        assertThat(refuses(knowing(name + " " + key, "@revoked * " + key)))
                .hasMessageContaining("its key is revoked in " + lab.root().resolve("known") + ":2");
        assertThat(refuses(knowing("@revoked * " + key, name + " " + key))).hasMessageContaining("its key is revoked");
    }

    @Test
    void aNegatedPatternKeepsALineFromBeingAboutAHost() {
        assertThat(refuses(knowing("*,!" + name + " " + key))).hasMessageContaining("its key is not known");
        assertThat(refuses(knowing("other.example,!another.example " + key)))
                .hasMessageContaining("its key is not known");
        accepts(knowing("*,!other.example " + key));
    }

    @Test
    void aHashedNameIsRecognised() {
        SshSurroundings surroundings = knowing(name + " " + key);
        LabFiles.run(List.of(
                lab.program("ssh-keygen").toString(),
                "-H",
                "-f",
                lab.root().resolve("known").toString()));
        assertThat(LabFiles.read(lab.root().resolve("known"))).startsWith("|1|");
        accepts(surroundings);
    }

    @Test
    void aHostIsNotMistakenForTheSameHostOnAnotherPort() {
        assertThat(refuses(knowing("127.0.0.1 " + key))).hasMessageContaining("its key is not known");
    }

    @Test
    void aCertificateIsAcceptedWhenItsAuthorityIsKnownAndNotRevoked() {
        Path authority = lab.keys().make("authority", "ed25519", "");
        Path hostKey = lab.keys().make("certified", "ed25519", "");
        Path certificate = lab.keys().certify(authority, hostKey, "-h", "-n", "127.0.0.1");
        int port = lab.anotherSshd("HostKey " + hostKey + "\nHostCertificate " + certificate + "\n");
        String place = "[127.0.0.1]:" + port;
        String signs = LabKeys.publicKey(authority);

        assertThat(certified(port, "@cert-authority " + place + " " + signs)).isNull();
        assertThat(certified(port, place + " " + LabKeys.publicKey(hostKey))).isNull();
        assertThat(certified(port, "@cert-authority other.example " + signs))
                .hasMessageContaining("its key is not known");
        assertThat(certified(port, "@cert-authority " + place + " " + signs, "@revoked * " + signs))
                .hasMessageContaining("is revoked");
        assertThat(certified(port, "@cert-authority " + place + " " + key)).hasMessageContaining("is invalid");
    }

    private RefusedException certified(int port, String... lines) {
        knowing(lines);
        SshSurroundings surroundings = configured(
                "certified_config",
                "HostName 127.0.0.1\nPort " + port + "\nUser " + LabUsers.FREE + "\nUserKnownHostsFile "
                        + lab.root().resolve("known") + "\nIdentityFile " + lab.loginKey() + "\n");
        return catchThrowableOfType(
                RefusedException.class, () -> connectTo(surroundings, "gateway").close());
    }

    private static String command(RefusedException refusal) {
        return refusal.next() instanceof NextStep.Text(String text) ? text : "";
    }
}
