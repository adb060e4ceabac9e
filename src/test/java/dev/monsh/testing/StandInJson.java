package dev.monsh.testing;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes answers and frames as Loki does. */
final class StandInJson {

    private StandInJson() {}

    static String page(List<LogLine> lines) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":" + streams(lines)
                + ",\"stats\":{\"summary\":{\"totalLinesProcessed\":" + lines.size() + "}}}}\n";
    }

    static String frame(List<LogLine> lines, List<LogLine> dropped) {
        StringBuilder out = new StringBuilder("{\"streams\":").append(streams(lines));
        if (!dropped.isEmpty()) {
            out.append(",\"dropped_entries\":[");
            String comma = "";
            for (LogLine line : dropped) {
                out.append(comma).append("{\"timestamp\":\"").append(line.timestampNanos());
                out.append("\",\"labels\":").append(labels(line.labels())).append('}');
                comma = ",";
            }
            out.append(']');
        }
        return out.append('}').toString();
    }

    static String names(Collection<String> names) {
        StringBuilder out = new StringBuilder("{\"status\":\"success\",\"data\":[");
        String comma = "";
        for (String name : names) {
            out.append(comma);
            text(name, out);
            comma = ",";
        }
        return out.append("]}\n").toString();
    }

    static String series(List<Labels> series) {
        return "{\"status\":\"success\",\"data\":"
                + series.stream().map(StandInJson::labels).toList() + "}\n";
    }

    private static String streams(List<LogLine> lines) {
        Map<Labels, StringBuilder> streams = new LinkedHashMap<>();
        for (LogLine line : lines) {
            StringBuilder values = streams.computeIfAbsent(line.labels(), none -> new StringBuilder());
            values.append(values.isEmpty() ? "" : ",").append("[\"").append(line.timestampNanos());
            values.append("\",");
            text(line.line(), values);
            values.append(']');
        }
        StringBuilder out = new StringBuilder("[");
        streams.forEach((labels, values) -> out.append(out.length() > 1 ? "," : "")
                .append("{\"stream\":")
                .append(labels(labels))
                .append(",\"values\":[")
                .append(values)
                .append("]}"));
        return out.append(']').toString();
    }

    private static String labels(Labels labels) {
        StringBuilder out = new StringBuilder("{");
        labels.values().forEach((name, value) -> {
            out.append(out.length() > 1 ? "," : "");
            text(name, out);
            out.append(':');
            text(value, out);
        });
        return out.append('}').toString();
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
