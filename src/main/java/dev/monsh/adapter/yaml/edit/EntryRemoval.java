package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlAliases;
import dev.monsh.adapter.yaml.YamlLines;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.Splice;
import java.util.List;

/** Takes a key out of a mapping, or an item out of a list. */
final class EntryRemoval {

    private final YamlTarget collection;
    private final int index;
    private final YamlLines lines;

    EntryRemoval(YamlTarget collection, int index) {
        this.collection = collection;
        this.index = index;
        this.lines = new YamlLines(collection.document().ownBytes());
    }

    List<Splice> splices() {
        return switch (collection.node()) {
            case YamlNode.Mapping mapping
            when mapping.flow() ->
                inFlow(new FlowEntries(lines, mapping, mapping.entries().size()));
            case YamlNode.Sequence sequence
            when sequence.flow() ->
                inFlow(new FlowEntries(lines, sequence, sequence.items().size()));
            case YamlNode.Mapping mapping -> inBlock(BlockEntries.of(lines, mapping), "{}");
            case YamlNode.Sequence sequence -> inBlock(BlockEntries.of(lines, sequence), "[]");
            case YamlNode.Scalar _, YamlNode.Alias _ -> throw collection.refused("this has no entries");
        };
    }

    private List<Splice> inFlow(FlowEntries entries) {
        requireUnused(entries.start(index), entries.end(index));
        return entries.removal(index);
    }

    private List<Splice> inBlock(BlockEntries entries, String empty) {
        requireUnused(entries.start(index), entries.end(index));
        if (entries.count() == 1) {
            return leavingNothing(entries, empty);
        }
        if (!entries.startsLine(index)) {
            int next = lines.skipBlankLines(lines.nextLine(entries.stop(index)));
            return List.of(Splice.deletion(entries.start(index), lines.skipBlanks(next)));
        }
        if (index == entries.count() - 1) {
            return List.of(Splice.deletion(endOfLinesAbove(entries), entries.stop(index)));
        }
        int lead = entries.lead(index);
        int next = lines.nextLine(entries.stop(index));
        int above = lines.previousLine(lead);
        if (index == 0 || (above >= 0 && lines.isBlank(above))) {
            next = lines.skipBlankLines(next);
        }
        return List.of(Splice.deletion(lead, next));
    }

    private List<Splice> leavingNothing(BlockEntries entries, String empty) {
        YamlTarget outer = collection.parent();
        if (outer == null || !entries.startsLine(0)) {
            return List.of(Splice.of(entries.start(0), entries.end(0), empty));
        }
        int header = switch (outer.node()) {
            case YamlNode.Mapping mapping ->
                afterColon(mapping.entries().get(collection.index()).key());
            case YamlNode.Sequence sequence -> lines.dash(sequence, collection.index()) + 1;
            case YamlNode.Scalar _, YamlNode.Alias _ -> throw collection.refused("this stands nowhere");
        };
        int properties = lines.skipBlanksBack(lines.contentStart(collection.node()));
        boolean hasProperties =
                lines.contentStart(collection.node()) > collection.node().start();
        int at = hasProperties
                ? Math.min(properties, lines.lineEnd(collection.node().start()))
                : header;
        return List.of(
                Splice.insertion(at, " " + empty),
                Splice.deletion(Math.max(at, endOfLinesAbove(entries)), entries.stop(0)));
    }

    private int afterColon(YamlNode key) {
        int colon = lines.skipBlanks(key.end());
        if (!lines.isAt(colon, ':')) {
            throw collection.refused("its key is written with '?': edit the file by hand");
        }
        return colon + 1;
    }

    /** Returns the end of the last line above the entry that is not blank, or of what the entry before it owns. */
    private int endOfLinesAbove(BlockEntries entries) {
        int at = entries.lead(index);
        int above = lines.previousLine(at);
        while (above >= 0 && lines.isBlank(above)) {
            at = above;
            above = lines.previousLine(at);
        }
        int end = above < 0 ? at : lines.lineEnd(above);
        return index == 0 ? end : Math.max(end, entries.end(index - 1));
    }

    private void requireUnused(int start, int end) {
        YamlNode.Alias user = YamlAliases.of(collection.document().root()).firstInto(start, end);
        if (user != null) {
            throw collection.refused("the part to remove contains &" + user.name() + ", which line "
                    + collection.document().line(user) + " uses: edit the file by hand");
        }
    }
}
