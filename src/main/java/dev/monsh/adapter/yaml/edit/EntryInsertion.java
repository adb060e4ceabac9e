package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlLines;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.Splice;
import java.util.List;

/** Puts a key into a mapping or an item into a list, looking like its neighbours. */
final class EntryInsertion {

    private final YamlTarget target;
    private final YamlWriter writer;
    private final YamlStyle style;
    private final YamlLines lines;

    EntryInsertion(YamlTarget target, YamlWriter writer, YamlStyle style) {
        this.target = target;
        this.writer = writer;
        this.style = style;
        this.lines = new YamlLines(target.document().ownBytes());
    }

    List<Splice> key(YamlEdit.Add add) {
        YamlValue.Fields only = new YamlValue.Fields(List.of(new YamlValue.Field(add.key(), add.value())));
        return switch (target.node()) {
            case YamlNode.Mapping mapping when !mapping.entries().isEmpty() -> intoMapping(mapping, add);
            case YamlNode.Mapping _ -> first(add, only);
            case YamlNode.Scalar scalar when scalar.isNull() -> first(add, only);
            default -> throw target.refused("a key can't be added here, because this is not a mapping");
        };
    }

    private List<Splice> first(YamlEdit.Add add, YamlValue.Fields only) {
        if (add.before().isPresent()) {
            throw target.refused("no key '" + add.before().get() + "' here");
        }
        return new EmptyValue(target, writer, style).fill(only);
    }

    private List<Splice> intoMapping(YamlNode.Mapping mapping, YamlEdit.Add add) {
        if (mapping.entry(add.key()) != null) {
            throw target.refused("the key '" + add.key() + "' already exists here");
        }
        int index = add.before()
                .map(each -> indexOf(mapping, each))
                .orElse(mapping.entries().size());
        if (mapping.flow()) {
            return new FlowEntries(lines, mapping, mapping.entries().size())
                    .insertion(index, writer.flowField(add.key(), add.value()), style.lineEnd());
        }
        BlockEntries entries = BlockEntries.of(lines, mapping);
        return intoBlock(entries, index, writer.field(add.key(), add.value(), entries.column()));
    }

    private int indexOf(YamlNode.Mapping mapping, String key) {
        for (int i = 0; i < mapping.entries().size(); i++) {
            if (mapping.entries().get(i).key() instanceof YamlNode.Scalar scalar
                    && scalar.value().equals(key)) {
                return i;
            }
        }
        throw target.refused("no key '" + key + "' here");
    }

    List<Splice> item(int index, YamlValue value) {
        int count =
                target.node() instanceof YamlNode.Sequence list ? list.items().size() : 0;
        if (index < 0 || index > count) {
            throw target.refused("no place " + (index + 1) + " in this list of " + count);
        }
        return switch (target.node()) {
            case YamlNode.Sequence sequence
            when count > 0 && sequence.flow() ->
                new FlowEntries(lines, sequence, count).insertion(index, writer.flow(value, true), style.lineEnd());
            case YamlNode.Sequence sequence
            when count > 0 -> {
                BlockEntries entries = BlockEntries.of(lines, sequence);
                yield intoBlock(entries, index, writer.item(value, entries.column()));
            }
            case YamlNode.Sequence _ -> new EmptyValue(target, writer, style).fill(new YamlValue.Items(List.of(value)));
            case YamlNode.Scalar scalar
            when scalar.isNull() -> new EmptyValue(target, writer, style).fill(new YamlValue.Items(List.of(value)));
            default -> throw target.refused("an item can't be added here, because this is not a list");
        };
    }

    private List<Splice> intoBlock(BlockEntries entries, int index, String text) {
        int count = entries.count();
        boolean separated = count > 1 && entries.isSeparated(Math.clamp(index, 1, count - 1));
        String blank = separated ? style.lineEnd() : "";
        String indented = " ".repeat(entries.column()) + text;
        if (index == count) {
            return List.of(Splice.insertion(entries.stop(count - 1), blank + style.lineEnd() + indented));
        }
        if (entries.startsLine(index)) {
            return List.of(Splice.insertion(entries.lead(index), indented + style.lineEnd() + blank));
        }
        return List.of(Splice.insertion(entries.start(index), text + writer.newLine(entries.column())));
    }
}
