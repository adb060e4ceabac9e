package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;

/** Copies the {@code data} of an answer token by token: strings and numbers stay as they came, only blanks go. */
public final class DataCopier implements Envelope.DataReader {

    private final OutputStream out;

    public DataCopier(OutputStream out) {
        this.out = out;
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public void read(JsonParser parser) throws IOException {
        Envelope.expect(parser, JsonToken.START_OBJECT, "data");
        try (JsonGenerator generator = Json.FACTORY.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            // a character beyond U+FFFF stays one, instead of becoming two escapes
            generator.enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
            // what was cut on the way must not look whole
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            generator.setCharacterEscapes(new TerminalSafeEscapes());
            copy(parser, generator);
        }
    }

    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            Envelope.expectMore(parser);
            switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
                case FIELD_NAME -> generator.writeFieldName(parser.currentName());
                case VALUE_STRING ->
                    generator.writeString(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
                default -> generator.copyCurrentEvent(parser);
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }
}
