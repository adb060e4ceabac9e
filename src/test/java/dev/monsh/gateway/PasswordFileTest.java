package dev.monsh.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFileTest {

    private final SecureRandom random = new SecureRandom();

    private static PasswordFile file(byte[] bytes) {
        return new PasswordFile("/etc/nginx/x", Optional.of(Bytes.of(bytes)));
    }

    private static String text(CompanionFile file) {
        return new String(file.bytes().orElseThrow().toArray(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_line_is_the_salted_sha1_of_rfc_2307_over_the_password() throws Exception {
        NewLogin login = NewLogin.make("grafana", random);
        String line = login.line(random);
        assertThat(line)
                .startsWith("grafana:{SSHA}")
                .doesNotContain(new String(login.password().chars()));
        byte[] both = Base64.getDecoder().decode(line.substring("grafana:{SSHA}".length()));
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(new String(login.password().chars()).getBytes(StandardCharsets.US_ASCII));
        assertThat(sha1.digest(Arrays.copyOfRange(both, 20, both.length))).isEqualTo(Arrays.copyOf(both, 20));
        assertThat(both).hasSize(32);
        assertThat(login.line(random)).isNotEqualTo(line);
        assertThat(login.toString()).doesNotContain(new String(login.password().chars()));
    }

    @Test
    void lines_of_others_stay_to_the_byte() {
        byte[] before = {'o', ':', 'x', '\n', (byte) 0xe9, ':', 'y', '\n', '#', 'c', '\n', 'u', ':', 'z'};
        CompanionFile after = file(before).with(NewLogin.make("u", random), random);
        assertThat(text(after)).startsWith("o:x\n\u00e9:y\n#c\nu:{SSHA}").hasLineCount(4);
        assertThat(after.oldFingerprint()).isEqualTo(Bytes.of(before).fingerprint());
        assertThat(file(before).has("u")).isTrue();
        assertThat(file(before).has("x")).isFalse();
    }

    @Test
    void a_file_that_is_not_there_is_made() {
        CompanionFile made = new PasswordFile("/p", Optional.empty()).with(NewLogin.make("u", random), random);
        assertThat(made.oldFingerprint()).isEmpty();
        assertThat(text(made)).hasLineCount(1).endsWith("\n");
    }

    @Test
    void what_is_no_password_file_is_not_written_over() {
        assertThatThrownBy(() ->
                        file("server {\n".getBytes(StandardCharsets.US_ASCII)).with(NewLogin.make("u", random), random))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("isn't a password file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a b", "-x", "a\nb", "\u00e9"})
    void a_user_that_would_be_no_field_of_a_line_is_refused(String user) {
        assertThatThrownBy(() -> NewLogin.requireUser("--auth", user)).isInstanceOf(UsageException.class);
    }
}
