package dev.monsh.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void aSeriesIsWrittenAsPromqlWritesIt() {
        assertThat(selector()).isEqualTo("{}");
        assertThat(selector("__name__", "up")).isEqualTo("up");
        assertThat(selector("__name__", "a:b", "z", "1", "b", "2")).isEqualTo("a:b{b=\"2\",z=\"1\"}");
        assertThat(selector("job", "x")).isEqualTo("{job=\"x\"}");
        assertThat(selector("__name__", "my.metric", "a", "b")).isEqualTo("{\"my.metric\",a=\"b\"}");
        assertThat(selector("__name__", "up", "my.label", "b")).isEqualTo("up{\"my.label\"=\"b\"}");
        assertThat(selector("__name__", "1up")).isEqualTo("{\"1up\"}");
        assertThat(selector("a:b", "c")).isEqualTo("{\"a:b\"=\"c\"}");
        assertThat(selector("a", "x\"y\\z\nn")).isEqualTo("{a=\"x\\\"y\\\\z\\nn\"}");
    }

    @Test
    void aLabelThatIsNotThereIsEmpty() {
        assertThat(Labels.of(Map.of("a", "1")).get("b")).isEmpty();
        assertThat(Labels.of(Map.of("a", "1")).get("a")).isEqualTo("1");
    }

    private static String selector(String... namesAndValues) {
        Map<String, String> labels = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Labels.of(labels).selector();
    }
}
