package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims are compared with /proc/net/tcp; how real sockets stand there is seen by the tests of changes. */
class PortClaimTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 9090, 4 0100007F 2382 127.0.0.1:9090",
        "0.0.0.0, 80, 4 00000000 0050 80",
        "::1, 65535, 6 00000000000000000000000001000000 FFFF [0:0:0:0:0:0:0:1]:65535",
    })
    void anAddressIsWrittenAsTheKernelWritesIt(String address, int port, String line) throws UnknownHostException {
        assertThat(new PortClaim(Optional.of(InetAddress.getByName(address)), port).line())
                .isEqualTo(line);
    }

    @Test
    void aPortAloneIsClaimedOnAnyAddress() {
        assertThat(PortClaim.of(9090).line()).isEqualTo("0 * 2382 9090");
    }
}
