package dev.monsh.labels;

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
    void aStreamIsWrittenAsLogqlWritesIt() {
        assertThat(Labels.none()).hasToString("{}");
        assertThat(Labels.of(Map.of("service", "x", "filename", "/a.log")))
                .hasToString("{filename=\"/a.log\", service=\"x\"}");
        assertThat(Labels.of(Map.of("a", "\t\"\\\u0001é"))).hasToString("{a=\"\\t\\\"\\\\\\x01é\"}");
    }

    @Test
    void equalLabelsAreOneStreamAndSortAsTheyAreWritten() {
        Labels one = Labels.of(Map.of("a", "1", "b", "2"));
        Labels other = Labels.of(Map.of("a", "2"));

        assertThat(one).isEqualTo(Labels.of(Map.of("b", "2", "a", "1"))).hasSameHashCodeAs(Labels.of(one.values()));
        assertThat(one).isNotEqualTo(other).isLessThan(other);
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
