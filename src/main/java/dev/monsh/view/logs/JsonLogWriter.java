package dev.monsh.view.logs;

import dev.monsh.logs.LineTime;
import dev.monsh.logs.LogLine;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Output;

/** Writes lines as JSON objects: one a line of output, or as the elements of one array. */
final class JsonLogWriter implements LogLineWriter {

    private final Output out;
    private final JsonWriter json;
    private final boolean array;
    private final LineTime time;
    private boolean begun;

    JsonLogWriter(Output out, boolean array, LineTime time) {
        this.out = out;
        this.json = new JsonWriter(out);
        this.array = array;
        this.time = time;
    }

    @Override
    public void line(LogLine line) {
        begin();
        json.beginObject()
                .member("timestamp", time.exact(line.timestampNanos()))
                .name("labels")
                .strings(line.labels().values())
                .member("line", line.line())
                .endObject();
        if (!array) {
            json.newLine();
        }
    }

    @Override
    public void finish() {
        begin();
        if (array) {
            json.endArray().newLine();
        }
        out.flush();
    }

    private void begin() {
        if (array && !begun) {
            json.beginArray();
        }
        begun = true;
    }
}
