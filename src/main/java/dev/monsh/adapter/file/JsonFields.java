package dev.monsh.adapter.file;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Walks over objects and arrays. What nobody asks for is skipped, so that a newer file can be read. */
final class JsonFields {

    private JsonFields() {}

    /** Reads the document's object, field by field; the parser stands before it. */
    static void ofDocument(JsonParser json, Field step) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(json, "expected an object");
        }
        ofObject(json, step);
    }

    /** Reads an object, field by field; the parser stands on its beginning. */
    static void ofObject(JsonParser json, Field step) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            step.read(name);
            if (json.currentToken() == value) {
                json.skipChildren();
            }
        }
    }

    /** Runs the step on each object of an array; the parser stands on the array's beginning. */
    static void ofArray(JsonParser json, Element step) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new JsonParseException(json, "expected an array");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            step.read();
        }
    }

    /** One field; the parser stands on its value. */
    interface Field {
        void read(String name) throws IOException;
    }

    /** One element; the parser stands on it. */
    interface Element {
        void read() throws IOException;
    }
}
