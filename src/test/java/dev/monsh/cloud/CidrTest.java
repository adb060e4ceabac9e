package dev.monsh.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8",
        "198.51.100.7, 198.51.100.7/32",
        "255.255.255.255/31, 255.255.255.254/31",
        "1.2.3.4/0, 0.0.0.0/0",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1/128",
        "2001:db8:1:2:3:4:5:6/33, 2001:db8::/33",
        "::/0, ::/0",
        "fe80::1:0:0:1/128, fe80::1:0:0:1/128",
        "1:0:2:0:3:0:4:0/128, 1:0:2:0:3:0:4:0/128"
    })
    void blocksHaveOneSpelling(String text, String canonical) {
        assertThat(Cidr.of(text).map(Cidr::text)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "me",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "::/129",
                "1:2:3",
                "localhost",
                "10.0.0.256",
                "/8"
            })
    void nothingElseIsABlock(String text) {
        assertThat(Cidr.of(text)).isEmpty();
    }

    @Test
    void aBlockThatIsNoneIsToldWithItsOption() {
        assertThatThrownBy(() -> Cidr.parse("--from", "office"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--from 'office'");
    }
}
