package dev.monsh.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TailnetAddressTest {

    @ParameterizedTest
    @CsvSource({
        "100.64.0.0, true",
        "100.127.255.255, true",
        "100.63.255.255, false",
        "100.128.0.0, false",
        "10.0.0.1, false",
        "fd7a:115c:a1e0::7, true",
        "FD7A:115C:A1E0::7, true",
        "2001:db8::1, false",
        "::ffff:100.64.0.7, false"
    })
    void an_address_is_of_the_tailnet_or_not(String text, boolean ofTailnet) {
        assertThat(TailnetAddress.parse("ip", text).isOfTailnet()).isEqualTo(ofTailnet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "-1.2.3.4",
                "box",
                "1.2.3.4:80",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "fe80::1%eth0",
                "12345::",
                "g::",
                "[::1]",
                "::1.2.3",
                "1.2.3.4;",
                "١.2.3.4"
            })
    void what_is_no_address_is_a_usage_error(String text) {
        assertThatThrownBy(() -> TailnetAddress.parse("--tailscale-ip", text)).isInstanceOf(UsageException.class);
    }
}
