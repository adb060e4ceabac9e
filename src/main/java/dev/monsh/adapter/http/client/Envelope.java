package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.monsh.failure.RejectedException;
import dev.monsh.metrics.Notices;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The object around every answer: {@code {"status":…,"data":…,"warnings":[…],"infos":[…]}}. */
public final class Envelope {

    private Envelope() {}

    /** Reads the value of {@code data}; the parser stands on its first token and must be left on its last. */
    @FunctionalInterface
    public interface DataReader {
        void read(JsonParser parser) throws IOException;
    }

    /** Reads an answer to its end. An answer with status {@code error} is a failure. */
    public static Notices read(InputStream body, String address, DataReader data) throws IOException {
        List<String> warnings = new ArrayList<>();
        List<String> infos = new ArrayList<>();
        String error = null;
        String status = "";
        boolean hasData = false;
        try (JsonParser parser = Json.FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RejectedException(
                        address,
                        "the answer is not the JSON object of its API; is this the right address?",
                        "monsh config show");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "data" -> {
                        data.read(parser);
                        hasData = true;
                    }
                    case "error" -> error = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : error;
                    case "warnings" -> strings(parser, warnings);
                    case "infos" -> strings(parser, infos);
                    case "status" -> status = parser.getText();
                    default -> parser.skipChildren();
                }
            }
            checkEnd(parser, address, status, error);
        }
        if (!hasData) {
            throw new RejectedException(
                    address, "the answer contains no data; is this the right address?", "monsh config show");
        }
        return new Notices(warnings, infos);
    }

    private static void checkEnd(JsonParser parser, String address, String status, @Nullable String error)
            throws IOException {
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new JsonEOFException(parser, parser.currentToken(), "the answer ended early");
        }
        if (error != null && !error.isEmpty()) {
            throw new RejectedException(address, error);
        }
        if (status.equals("error")) {
            throw new RejectedException(address, "the server reported an error without details");
        }
        if (status.isEmpty()) {
            throw new RejectedException(
                    address, "the answer has no status; is this the right address?", "monsh config show");
        }
        // reading on also finds that the connection closed before the promised length
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more after the end of the object");
        }
    }

    /** Reads an array of strings, or nothing where it is null. */
    public static void strings(JsonParser parser, List<String> into) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expectMore(parser);
            into.add(parser.getText());
        }
    }

    /** Fails when the parser does not stand on the token that the API has there. */
    public static void expect(JsonParser parser, JsonToken expected, String what) throws IOException {
        if (parser.currentToken() != expected) {
            expectMore(parser);
            throw new JsonParseException(parser, what + " is not in the API's format");
        }
    }

    /** Fails when the document ended inside a value. */
    public static void expectMore(JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            throw new JsonEOFException(parser, null, "the answer ended early");
        }
    }
}
