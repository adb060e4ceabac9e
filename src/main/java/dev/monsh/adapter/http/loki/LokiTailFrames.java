package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.TailFrame;
import dev.monsh.logs.TailFrame.Dropped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a tail's message: {@code {"streams":[…],"dropped_entries":[…]}}. */
final class LokiTailFrames {

    private LokiTailFrames() {}

    static TailFrame read(JsonParser json) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        LokiAnswers.object(json, name -> {
            if (name.equals("streams")) {
                list(json, () -> LokiStream.read(json, lines, new ArrayList<>()));
            } else if (name.equals("dropped_entries")) {
                list(json, () -> dropped.add(dropped(json)));
            }
        });
        return new TailFrame(lines, dropped);
    }

    /** Loki writes null for an empty list of a frame. */
    private static void list(JsonParser json, LokiAnswers.Step step) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            LokiAnswers.elements(json, step);
        }
    }

    private static Dropped dropped(JsonParser json) throws IOException {
        Place place = new Place();
        LokiAnswers.inside(json, name -> {
            if (name.equals("timestamp")) {
                place.timestamp = time(json);
            } else if (name.equals("labels") && json.currentToken() == JsonToken.START_OBJECT) {
                place.labels = LokiAnswers.labels(json);
            }
        });
        return new Dropped(place.timestamp, place.labels);
    }

    /** Nanoseconds, or RFC 3339: the API's own page and its code do not agree. */
    private static long time(JsonParser json) throws IOException {
        String text = json.getText();
        if (text.indexOf('T') < 0) {
            return LokiStream.timestamp(json);
        }
        try {
            Instant instant = Instant.parse(text);
            return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
        } catch (DateTimeException e) {
            throw new JsonParseException(json, "not a time: " + text, e);
        }
    }

    private static final class Place {
        private long timestamp;
        private Labels labels = Labels.none();
    }
}
