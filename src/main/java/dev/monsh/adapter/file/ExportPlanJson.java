package dev.monsh.adapter.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.export.ExportPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The plan of an export as JSON. */
final class ExportPlanJson {

    private static final long VERSION = 1;

    private ExportPlanJson() {}

    static void write(ExportPlan plan, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("query", plan.expression());
        writeRange(plan.range(), json);
        json.writeNumberField("lines", plan.lines());
        json.writeArrayFieldStart("parts");
        for (ExportPlan.Part part : plan.parts()) {
            json.writeStartObject();
            json.writeNumberField("number", part.number());
            writeRange(part.range(), json);
            if (part.lines().isPresent()) {
                json.writeNumberField("lines", part.lines().getAsLong());
                json.writeNumberField("missing", part.missing());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static ExportPlan read(JsonParser json) throws IOException {
        Numbers numbers = new Numbers(json);
        List<ExportPlan.Part> parts = new ArrayList<>();
        JsonFields.ofDocument(json, name -> {
            if (name.equals("query")) {
                numbers.text = json.getText();
            } else if (name.equals("parts")) {
                JsonFields.ofArray(json, () -> parts.add(part(json)));
            } else {
                numbers.take(name);
            }
        });
        if (numbers.text == null || numbers.required("version") != VERSION) {
            throw new JsonParseException(json, "version " + VERSION + " and a query are expected");
        }
        return new ExportPlan(numbers.text, numbers.range(), parts);
    }

    private static ExportPlan.Part part(JsonParser json) throws IOException {
        Numbers numbers = new Numbers(json);
        JsonFields.ofObject(json, numbers::take);
        Long lines = numbers.values.get("lines");
        return new ExportPlan.Part(
                (int) numbers.required("number"),
                numbers.range(),
                lines == null ? OptionalLong.empty() : OptionalLong.of(lines),
                numbers.values.getOrDefault("missing", 0L));
    }

    private static void writeRange(TimeRange range, JsonGenerator json) throws IOException {
        json.writeNumberField("start", range.startNanos());
        json.writeNumberField("end", range.endNanos());
    }

    private static final class Numbers {

        private final JsonParser json;
        private final Map<String, Long> values = new HashMap<>();
        private @Nullable String text;

        Numbers(JsonParser json) {
            this.json = json;
        }

        void take(String name) throws IOException {
            if (json.currentToken().isNumeric()) {
                values.put(name, json.getLongValue());
            }
        }

        TimeRange range() throws IOException {
            return new TimeRange(required("start"), required("end"));
        }

        long required(String name) throws IOException {
            Long number = values.get(name);
            if (number == null) {
                throw new JsonParseException(json, "\"" + name + "\" is missing");
            }
            return number;
        }
    }
}
