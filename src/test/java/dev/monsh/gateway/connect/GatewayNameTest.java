package dev.monsh.gateway.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.failure.UsageException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people name a gateway. */
class GatewayNameTest {

    @Test
    void user_and_port_may_be_left_out() {
        assertThat(GatewayName.parse("ubuntu@203.0.113.5:2222"))
                .isEqualTo(new GatewayName(Optional.of("ubuntu"), "203.0.113.5", Optional.of(2222)));
        assertThat(GatewayName.parse("gw")).isEqualTo(new GatewayName(Optional.empty(), "gw", Optional.empty()));
        assertThat(GatewayName.parse("root@gw.example"))
                .isEqualTo(new GatewayName(Optional.of("root"), "gw.example", Optional.empty()));
    }

    @Test
    void an_address_of_ipv6_has_brackets_before_a_port() {
        assertThat(GatewayName.parse("root@[2001:db8::1]:22"))
                .isEqualTo(new GatewayName(Optional.of("root"), "2001:db8::1", Optional.of(22)));
        assertThat(GatewayName.parse("root@2001:db8::1"))
                .isEqualTo(new GatewayName(Optional.of("root"), "2001:db8::1", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "-oProxyCommand=x",
                "root@-oX",
                "-oX@gw",
                "ro\u001bot@gw",
                "gw\u0007",
                "gw:0",
                "gw:70000",
                "gw:",
                "@gw",
                "a@b@c",
                "http://gw"
            })
    void anything_else_is_refused_with_the_form(String text) {
        assertThat(catchThrowableOfType(UsageException.class, () -> GatewayName.parse(text)))
                .hasMessageContaining("isn't a gateway; use USER@HOST or USER@HOST:PORT");
    }
}
