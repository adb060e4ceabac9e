package dev.monsh.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON compared as text: members in their order and numbers as they were written, only escapes made alike. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Returns a document with every string escaped in one way and no blanks between tokens; fails where it is no JSON. */
    public static String canonical(String text) {
        StringWriter written = new StringWriter();
        try (JsonParser parser = FACTORY.createParser(text);
                JsonGenerator generator = FACTORY.createGenerator(written)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    generator.writeNumber(parser.getText());
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + text, e);
        }
        return written.toString();
    }

    /** Returns the text of an answer's member {@code data} as it came. */
    public static String data(String answer) {
        try (JsonParser parser = FACTORY.createParser(answer)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("data");
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (found) {
                    return answer.substring(
                            start, (int) parser.currentLocation().getCharOffset());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + answer, e);
        }
        throw new AssertionError("no answer with data: " + answer);
    }
}
