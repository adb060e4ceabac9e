package dev.monsh.adapter.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JumpNameTest {

    @ParameterizedTest
    @CsvSource({
        "h, '', h, 0",
        "ann@h, ann, h, 0",
        "ann@h:2222, ann, h, 2222",
        "h:2222, '', h, 2222",
        "ssh://ann@h:2222, ann, h, 2222",
        "ann@corp@h, ann@corp, h, 0",
        "[fe80::1]:2222, '', fe80::1, 2222",
        "[fe80::1], '', fe80::1, 0",
        "fe80::1, '', fe80::1, 0",
    })
    void aJumpHostIsReadAsSshConfigWritesIt(String text, String user, String host, int port) {
        JumpName name = JumpName.parse(text);
        assertThat(name.user()).isEqualTo(user.isEmpty() ? Optional.empty() : Optional.of(user));
        assertThat(name.host()).isEqualTo(host);
        assertThat(name.port()).isEqualTo(port == 0 ? Optional.empty() : Optional.of(port));
    }
}
