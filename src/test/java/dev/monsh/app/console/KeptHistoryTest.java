package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.SecretText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptHistoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "box add x --prometheus https://grafana:hunter22@203.0.113.5:9091",
                "query up --header 'Authorization: Bearer abcdefgh123'",
                "gateway harden --password=correcthorse",
                "gateway bootstrap --auth-key tskey-auth-abc",
                "config set token glsa_123456789",
                "query up # token=abcd",
                "query up # secret = x1",
                "query up{passwd='abc'}"
            })
    void linesThatMayHoldASecretAreRecognised(String line) {
        assertThat(SecretText.mayBeIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query up{job=\"x\"}",
                "gateway bootstrap --auth-key-file ~/.config/key",
                "gateway bootstrap --auth-key-env TS_KEY_NAME",
                "query sum by (token) (rate(requests_total[5m]))",
                "box add x --prometheus https://203.0.113.5:9091",
                "query up{token=~\"x\"}",
                "query login --password=${p}",
                "process test --cmdline 'python.*server'"
            })
    void otherLinesAreNotTakenForSecrets(String line) {
        assertThat(SecretText.mayBeIn(line)).isFalse();
    }

    @Test
    void theLastLineIsRepeatedWithWhatFollows() {
        KeptHistory history = new KeptHistory();
        assertThat(history.expanded("!!")).isEmpty();
    }
}
