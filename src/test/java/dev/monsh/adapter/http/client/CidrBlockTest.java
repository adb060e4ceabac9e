package dev.monsh.adapter.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrBlockTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "100.64.0.0/10, 100.127.255.255, true",
        "100.64.0.0/10, 100.128.0.0, false",
        "0.0.0.0/0, 1.2.3.4, true",
        "1.2.3.4/32, 1.2.3.4, true",
        "1.2.3.4/32, 1.2.3.5, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "::/0, ::1, true",
        "::/0, 1.2.3.4, false",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, box, false",
        "box/8, 10.0.0.1, false",
        "10.0.0.0/x, 10.0.0.1, false",
        "10.0.0.0/, 10.0.0.1, false",
        "10.0.0.0/-1, 99.0.0.1, false",
        "10.0.0.0/33, 10.0.0.0, false",
        "999.0.0.0/8, 10.0.0.1, false",
        "10.0.0.0/8, 999.1.1.1, false"
    })
    void anAddressLiesInABlockOrNot(String block, String host, boolean inside) {
        assertThat(CidrBlock.contains(block, host)).isEqualTo(inside);
    }
}
