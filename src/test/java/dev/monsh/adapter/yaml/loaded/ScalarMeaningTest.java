package dev.monsh.adapter.yaml.loaded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarMeaningTest {

    @ParameterizedTest
    @CsvSource({
        "90s,1m30s",
        "24h,24h0m0s",
        "1d,24h0m0s",
        "1h30m,90m",
        "1500ms,1.5s",
        "0,0s",
        "1y,365d",
        "15,15.0",
        "1e3,1000",
        "0.50,0.5",
        "yes,true",
        "off,false",
        "True,true",
        "4MB,4MB",
        "4MiB,4096KB",
        "1GB,1024MB",
        "anything,<secret>",
        "anything,********",
        "http://u:p@h/x,http://u:xxxxx@h/x",
        "http://u:p@h/x,http://h/x"
    })
    void whatMeansTheSameIsTheSame(String declared, String running) {
        assertThat(ScalarMeaning.same(declared, running)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "15s,15m",
        "15s,15",
        "1d,23h",
        "a,b",
        "15,16",
        "yes,no",
        "true,1",
        "4MB,5MB",
        "1h1,61m",
        "http://h/x,http://h/y",
        "h/x,http://h/x",
        "1s1,1s",
        "<secret>,anything"
    })
    void whatDoesNotIsNot(String declared, String running) {
        assertThat(ScalarMeaning.same(declared, running)).isFalse();
    }
}
