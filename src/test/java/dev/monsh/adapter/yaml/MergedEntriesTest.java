package dev.monsh.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.MergedEntries.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergedEntriesTest {

    private static YamlNode.Mapping last(String text) {
        YamlDocument document = YamlDocument.parse("x.yml", text.getBytes(StandardCharsets.UTF_8));
        YamlNode.Mapping root = (YamlNode.Mapping) document.root();
        return (YamlNode.Mapping) root.entries().getLast().value();
    }

    private static String merged(String mapping, Order order) {
        String text = "one: &one {a: 1, b: 1}\ntwo: &two {<<: *one, b: 2, c: 2}\nx: " + mapping + "\n";
        List<String> fields = new ArrayList<>();
        for (YamlNode.Entry entry : MergedEntries.of(last(text), order)) {
            fields.add(((YamlNode.Scalar) entry.key()).value() + ((YamlNode.Scalar) entry.value()).value());
        }
        return String.join(" ", fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 9, b: 9}                 | a9 b9       | a9 b9",
                "{<<: *one, a: 9}             | a9 b1       | a9 b1",
                "{a: 9, <<: *one}             | a1 b1       | a9 b1",
                "{<<: [*one, *two]}           | a1 b1 c2    | a1 b1 c2",
                "{<<: [*two, *one]}           | a1 b2 c2    | b2 c2 a1",
                "{<<: [*two, *one, *two], c: 9} | a1 b2 c9  | c9 b2 a1",
                "{\"<<\": 1}                  | <<1         | <<1",
                "{<<: [1, *one]}              | a1 b1       | a1 b1"
            })
    void aKeyWithSeveralValuesHasTheOneThatItsReaderTakes(String mapping, String asGoReads, String asComposeReads) {
        assertThat(merged(mapping, Order.LAST)).isEqualTo(asGoReads);
        assertThat(merged(mapping, Order.FIRST)).isEqualTo(asComposeReads);
    }

    @Test
    void whatIsNoMappingIsHandedOn() {
        List<YamlNode> faulty = new ArrayList<>();
        MergedEntries.of(last("x: {<<: [1, {a: 1}, [2]], <<: 3}"), Order.FIRST, faulty::add);

        assertThat(faulty).hasSize(3);
    }

    @Test
    void mergesOfMergesDoNotGrow() {
        StringBuilder text = new StringBuilder("m0: &m0 {a: 1}\n");
        for (int i = 1; i < 40; i++) {
            String before = "*m" + (i - 1);
            text.append("m%d: &m%d {<<: [%s, %s]}%n".formatted(i, i, before, before));
        }

        assertThat(MergedEntries.of(last(text.toString()), Order.LAST)).hasSize(1);
        assertThat(MergedEntries.of(last(text.toString()), Order.FIRST)).hasSize(1);
    }
}
