package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlLines;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.Splice;
import java.util.ArrayList;
import java.util.List;

/** The entries of a mapping in braces or a list in brackets, on one line or on several. There is at least one. */
final class FlowEntries {

    private final YamlLines lines;
    private final YamlNode collection;
    private final int count;

    FlowEntries(YamlLines lines, YamlNode collection, int count) {
        this.lines = lines;
        this.collection = collection;
        this.count = count;
    }

    int start(int index) {
        return switch (collection) {
            case YamlNode.Mapping mapping -> mapping.entries().get(index).key().start();
            case YamlNode.Sequence sequence -> sequence.items().get(index).start();
            case YamlNode.Scalar _, YamlNode.Alias _ -> collection.start();
        };
    }

    int end(int index) {
        return switch (collection) {
            case YamlNode.Mapping mapping -> {
                YamlNode.Entry entry = mapping.entries().get(index);
                yield Math.max(entry.key().end(), entry.value().end());
            }
            case YamlNode.Sequence sequence -> sequence.items().get(index).end();
            case YamlNode.Scalar _, YamlNode.Alias _ -> collection.end();
        };
    }

    /** Returns where the comma behind an entry stands, or -1 where there is none. */
    private int comma(int index) {
        int at = lines.skipSpaceAndComments(end(index));
        return lines.isAt(at, ',') ? at : -1;
    }

    List<Splice> insertion(int index, String text, String lineEnd) {
        if (index < count) {
            int start = start(index);
            String gap = lines.startsLine(start) ? lineEnd + " ".repeat(lines.column(start)) : " ";
            return List.of(Splice.insertion(start, text + "," + gap));
        }
        int last = count - 1;
        int comma = comma(last);
        int end = end(last);
        if (!lines.startsLine(start(last))) {
            return List.of(comma < 0 ? Splice.insertion(end, ", " + text) : Splice.insertion(comma + 1, " " + text));
        }
        String line = lineEnd + " ".repeat(lines.column(start(last))) + text;
        if (comma >= 0) {
            return List.of(Splice.insertion(endOfOwnLine(comma + 1), line + ","));
        }
        return List.of(Splice.insertion(end, ","), Splice.insertion(endOfOwnLine(end), line));
    }

    /** Returns the end of the line where only a comment follows, else the offset itself: the bracket may follow. */
    private int endOfOwnLine(int offset) {
        int next = lines.skipBlanks(offset);
        return lines.isAt(next, '#') ? lines.lineEnd(next) : offset;
    }

    List<Splice> removal(int index) {
        int comma = comma(index);
        if (count == 1) {
            return List.of(Splice.deletion(start(index), comma < 0 ? end(index) : comma + 1));
        }
        if (hasOwnLines(index)) {
            return onOwnLines(index, comma);
        }
        if (index == count - 1) {
            int previous = comma(index - 1);
            return List.of(Splice.deletion(comma < 0 ? previous : previous + 1, comma < 0 ? end(index) : comma + 1));
        }
        return List.of(Splice.deletion(start(index), lines.skipBlanks(comma + 1)));
    }

    /** Returns whether nothing but a comma and a comment shares the entry's lines. */
    private boolean hasOwnLines(int index) {
        int comma = comma(index);
        int after = lines.skipBlanks(comma < 0 ? end(index) : comma + 1);
        boolean endsLine = lines.isAt(after, '#') || lines.lineEnd(after) == after;
        return lines.startsLine(start(index)) && endsLine;
    }

    private List<Splice> onOwnLines(int index, int comma) {
        int start = lines.lineStart(start(index));
        int stop = lines.nextLine(comma < 0 ? end(index) : comma + 1);
        List<Splice> splices = new ArrayList<>();
        if (index == count - 1 && comma < 0) {
            int previous = comma(index - 1);
            splices.add(Splice.deletion(previous, previous + 1));
        }
        splices.add(Splice.deletion(start, stop));
        return splices;
    }
}
