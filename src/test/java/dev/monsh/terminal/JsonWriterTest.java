package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.testing.CapturedConsole;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @Test
    void writesEveryKindOfValueWithoutBlanks() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("b", "1");
        labels.put("a", "");
        String json = written(writer -> {
            writer.beginObject()
                    .member("text", "x")
                    .name("n")
                    .value(-5L)
                    .name("yes")
                    .value(true)
                    .name("none")
                    .nullValue();
            writer.name("number").literal("1795343400.10").name("list").strings(List.of("p", "q"));
            writer.name("empty").beginArray().endArray().name("labels").strings(labels);
            writer.name("nested")
                    .beginArray()
                    .beginObject()
                    .endObject()
                    .beginArray()
                    .value("z")
                    .endArray()
                    .endArray();
            writer.endObject().newLine();
        });
        assertThat(json)
                .isEqualTo("{\"text\":\"x\",\"n\":-5,\"yes\":true,\"none\":null,\"number\":1795343400.10,"
                        + "\"list\":[\"p\",\"q\"],\"empty\":[],\"labels\":{\"b\":\"1\",\"a\":\"\"},"
                        + "\"nested\":[{},[\"z\"]]}\n");
    }

    @Test
    void aLineOfJsonLinesStartsAfresh() {
        String json = written(writer -> {
            writer.value("a").newLine();
            writer.beginObject().endObject().newLine();
            writer.value(1L).newLine();
        });
        assertThat(json).isEqualTo("\"a\"\n{}\n1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"\\/",
                "\b\f\n\r\t",
                "\u0000\u001f\u001b[31m",
                "\u007f\u0080\u009b\u00a0",
                "\u2028\u2029",
                "\u202e\u2066\u200f",
                "größe 日本 🙂"
            })
    void aParserReadsTheVerySameString(String text) throws IOException {
        String json = written(writer -> writer.beginObject().member(text, text).endObject());
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(parser.nextFieldName()).isEqualTo(text);
            assertThat(parser.nextTextValue()).isEqualTo(text);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(parser.nextToken()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\ud83d", "x\ude42", "x\ude42\ud83d"})
    void halfACharacterIsAReplacementCharacter(String text) {
        assertThat(written(writer -> writer.value(text)))
                .startsWith("\"x\\ufffd")
                .doesNotContain("\\ud");
    }

    @Test
    void nothingThatMovesATerminalIsLive() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x10000; c++) {
            all.append((char) c);
        }
        String json = written(writer -> writer.value(all.toString()));
        assertThat(Sanitizer.visible(json)).isSameAs(json);
    }

    private static String written(Consumer<JsonWriter> writing) {
        CapturedConsole captured = CapturedConsole.piped();
        writing.accept(new JsonWriter(captured.console().out()));
        return captured.out();
    }
}
