package dev.monsh.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9090",
                "https://203.0.113.5:9091/prometheus/",
                "HTTP://[::1]:3100",
                "https://a.example"
            })
    void httpAndHttpsWithAHostAreTaken(String text) {
        assertThat(ServerUrl.parse(text)).isEqualTo(new ServerUrl.Usable(URI.create(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "localhost:9090|'localhost:9090' must begin with http:// or https://",
                "9090|'9090' must begin with http:// or https://",
                "ftp://h/|'ftp://h/' must begin with http:// or https://",
                "http://|'http://' is not a URL: expected authority",
                "http://<EC2_ELASTIC_IP>:9090|'http://<EC2_ELASTIC_IP>:9090' is not a URL: illegal character in authority",
                "http:///x|'http:///x' has no valid host",
                "http://process_exporter:9256|'http://process_exporter:9256' has no valid host",
                "http://h:70000|'http://h:70000' has a port outside 1 to 65535",
                "http://h:0|'http://h:0' has a port outside 1 to 65535",
                "http://h/?token=S3cret|'http://h/' must end with its path, without '?' or '#'",
                "http://h/#x|'http://h/' must end with its path, without '?' or '#'",
            })
    void anythingElseIsRefusedWithAReason(String text, String reason) {
        assertThat(ServerUrl.parse(text)).isEqualTo(new ServerUrl.Unusable(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://u:hunter2@h:9090", "http://u:hunter2@h_h:1", "ftp://u:hunter2@h", "http://u:hunter2@<h>"
            })
    void noReasonRepeatsAPassword(String text) {
        assertThat(ServerUrl.parse(text))
                .isInstanceOfSatisfying(
                        ServerUrl.Unusable.class,
                        refused -> assertThat(refused.reason()).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:1/login?token=abc,http://h:1/login",
        "/login?token=abc#part,/login",
        "https://u:p@h/x,https://h/x",
        "//u:p@h,//h",
        "http://h/a@b,http://h/a@b",
        "ftp:u?p,ftp:u",
    })
    void aUrlIsShownWithoutWhatMayBeSecret(String text, String shown) {
        assertThat(ServerUrl.withoutSecrets(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h,http://H:80/x,true",
        "https://h,https://h:443,true",
        "https://h:9090,http://h:9090,false",
        "http://h:9090,http://h:9091,false",
        "http://h,http://i,false"
    })
    void anOriginIsSchemeHostAndPort(String one, String other, boolean expected) {
        assertThat(ServerUrl.sameOrigin(URI.create(one), URI.create(other))).isEqualTo(expected);
    }

    @Test
    void thisMachineIsKnownByItsLoopbackNames() {
        assertThat(ServerUrl.onThisMachine(URI.create("http://LOCALHOST:9090"))).isTrue();
        assertThat(ServerUrl.onThisMachine(URI.create("http://127.0.1.1"))).isTrue();
        assertThat(ServerUrl.onThisMachine(URI.create("http://[::1]:1"))).isTrue();
        assertThat(ServerUrl.onThisMachine(URI.create("http://127.example"))).isFalse();
        assertThat(ServerUrl.onThisMachine(URI.create("http://203.0.113.5"))).isFalse();
    }
}
