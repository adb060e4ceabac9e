package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;

/** Copies the {@code data} of an answer token by token: strings and numbers stay as they came, only blanks go. */
public final class DataCopier implements Envelope.DataReader {

    private final OutputStream out;
    private boolean emptyResult;

    public DataCopier(OutputStream out) {
        this.out = out;
    }

    /** Tells whether the {@code result} of the object, which has been copied, was an empty array or null. */
    public boolean sawEmptyResult() {
        return emptyResult;
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

    private void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        JsonToken previous = JsonToken.NOT_AVAILABLE;
        JsonToken token = parser.currentToken();
        while (true) {
            Envelope.expectMore(parser);
            copy(token, parser, generator);
            boolean emptyArray = depth == 2 && token == JsonToken.END_ARRAY && previous == JsonToken.START_ARRAY;
            if (emptyArray || (depth == 1 && token == JsonToken.VALUE_NULL)) {
                emptyResult |= "result".equals(parser.currentName());
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
            previous = token;
            token = parser.nextToken();
        }
    }

    private static void copy(JsonToken token, JsonParser parser, JsonGenerator generator) throws IOException {
        switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
            case FIELD_NAME -> generator.writeFieldName(parser.currentName());
            case VALUE_STRING ->
                generator.writeString(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            default -> generator.copyCurrentEvent(parser);
        }
    }
}
