package dev.monsh.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {

    @ParameterizedTest
    @CsvSource({"100.64.0.7:9090, 100.64.0.7:9090", "[fd7a:115c:a1e0::7]:1, [fd7a:115c:a1e0::7]:1"})
    void an_address_with_a_port_is_written_as_proxy_pass_has_it(String text, String written) {
        assertThat(ServiceAddress.parse("IP:PORT", text).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.64.0.7", "100.64.0.7:", "100.64.0.7:0", "100.64.0.7:65536", "::1:9090", "a:1", ":1"})
    void what_is_no_address_with_a_port_is_a_usage_error(String text) {
        assertThatThrownBy(() -> ServiceAddress.parse("IP:PORT", text)).isInstanceOf(UsageException.class);
    }
}
