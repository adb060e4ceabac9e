package dev.monsh.adapter.ssh.knownhosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of RevokedHostKeys counts for every host, and a connection is not made without it. */
class RevokedHostKeysTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});

    @TempDir
    private Path folder;

    private KnownHosts known(String revoked) throws IOException {
        Path file = Files.writeString(folder.resolve("revoked"), revoked);
        return KnownHosts.read(List.of(), "gw").revoking(file);
    }

    @Test
    void a_key_of_the_list_is_revoked() throws IOException {
        KnownHosts known = known("# old\nssh-ed25519 " + KEY + " the old gateway\n");

        assertThat(known.find(KnownHostLine.Marker.REVOKED, Bytes.of(new byte[] {1, 2, 3})))
                .hasValueSatisfying(line -> assertThat(line.number()).isEqualTo(2));
        assertThat(known.find(KnownHostLine.Marker.REVOKED, Bytes.of(new byte[] {1, 2, 4})))
                .isEmpty();
    }

    @Test
    void without_a_list_that_can_be_read_no_host_is_let_in() {
        assertThatThrownBy(() -> known("SSHKRL\n\0")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> KnownHosts.read(List.of(), "gw").revoking(folder.resolve("none")))
                .isInstanceOf(RefusedException.class);
    }
}
