package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlLines;
import dev.monsh.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a mapping or list that is written on lines of its own, with the comments that belong to each: those
 * directly above it in its column, unless the file begins with them, and those directly below it that are further in.
 */
final class BlockEntries {

    /** From the key or the dash to the end of the value. */
    private record Extent(int start, int end) {}

    private final YamlLines lines;
    private final List<Extent> extents;

    private BlockEntries(YamlLines lines, List<Extent> extents) {
        this.lines = lines;
        this.extents = extents;
    }

    static BlockEntries of(YamlLines lines, YamlNode.Mapping mapping) {
        List<Extent> extents = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            int end = Math.max(entry.key().end(), entry.value().end());
            extents.add(new Extent(entry.key().start(), end));
        }
        return new BlockEntries(lines, extents);
    }

    static BlockEntries of(YamlLines lines, YamlNode.Sequence sequence) {
        List<Extent> extents = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            int dash = lines.dash(sequence, i);
            extents.add(
                    new Extent(dash, Math.max(dash + 1, sequence.items().get(i).end())));
        }
        return new BlockEntries(lines, extents);
    }

    int count() {
        return extents.size();
    }

    int start(int index) {
        return extents.get(index).start();
    }

    int end(int index) {
        return extents.get(index).end();
    }

    /** Returns where the keys or dashes stand. */
    int column() {
        return lines.column(start(0));
    }

    /** Returns whether the entry has its lines for itself; the first one may stand behind a dash. */
    boolean startsLine(int index) {
        return lines.startsLine(start(index));
    }

    /** Returns where the entry's first line begins, its comments included; where it shares a line, the entry itself. */
    int lead(int index) {
        if (!startsLine(index)) {
            return start(index);
        }
        int own = lines.lineStart(start(index));
        int lead = own;
        int above = lines.previousLine(lead);
        while (above >= 0 && lines.isComment(above) && lines.skipBlanks(above) - above == column()) {
            lead = above;
            above = lines.previousLine(lead);
        }
        return lines.isFirst(lead) ? own : lead;
    }

    /** Returns where the entry's last line ends, its comments included, in front of the line break. */
    int stop(int index) {
        int stop = lines.lineEnd(end(index));
        int below = lines.nextLine(stop);
        while (below > stop && lines.isComment(below) && lines.skipBlanks(below) - below > column()) {
            stop = lines.lineEnd(below);
            below = lines.nextLine(stop);
        }
        return stop;
    }

    /** Returns whether blank lines part the entry from the one before it. */
    boolean isSeparated(int index) {
        int at = lines.nextLine(stop(index - 1));
        while (at < lead(index)) {
            if (lines.isBlank(at)) {
                return true;
            }
            at = lines.nextLine(at);
        }
        return false;
    }
}
