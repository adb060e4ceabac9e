package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlLines;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.Splice;
import java.util.ArrayList;
import java.util.List;

/** A value that was left out, is null, {@code []} or <code>{}</code>, and is to hold a mapping or a list. */
final class EmptyValue {

    private final YamlTarget target;
    private final YamlNode node;
    private final YamlWriter writer;
    private final YamlStyle style;
    private final YamlLines lines;
    private final int contentStart;

    EmptyValue(YamlTarget target, YamlWriter writer, YamlStyle style) {
        this.target = target;
        this.node = target.node();
        this.writer = writer;
        this.style = style;
        this.lines = new YamlLines(target.document().ownBytes());
        this.contentStart = lines.contentStart(node);
    }

    List<Splice> fill(YamlValue value) {
        if (node.tag() != null) {
            throw target.refused("this has a tag, " + node.tag() + ": edit the file by hand");
        }
        YamlTarget parent = target.parent();
        if (parent == null) {
            return root(value);
        }
        if (target.isInFlow()) {
            return List.of(inPlace(writer.flow(value, true)));
        }
        return switch (parent.node()) {
            case YamlNode.Mapping mapping -> underKey(mapping.entries().get(target.index()), value);
            case YamlNode.Sequence sequence -> behindDash(sequence, value);
            case YamlNode.Scalar _, YamlNode.Alias _ -> throw new IllegalStateException("a parent without children");
        };
    }

    private boolean isLeftOut() {
        return contentStart >= node.end();
    }

    private Splice inPlace(String text) {
        return isLeftOut() ? Splice.insertion(node.end(), " " + text) : Splice.of(contentStart, node.end(), text);
    }

    private List<Splice> root(YamlValue value) {
        if (!isLeftOut()) {
            return List.of(Splice.of(contentStart, node.end(), writer.block(value, lines.column(contentStart))));
        }
        int end = target.document().ownBytes().length;
        String before = lines.column(end) > 0 ? style.lineEnd() : "";
        return List.of(Splice.insertion(end, before + writer.block(value, 0) + style.lineEnd()));
    }

    /** The lines go below the key's own line, so that a comment behind the key stays there. */
    private List<Splice> underKey(YamlNode.Entry entry, YamlValue value) {
        if (!isLeftOut() && lines.startsLine(contentStart)) {
            return List.of(inPlace(writer.block(value, lines.column(contentStart))));
        }
        int column = lines.column(entry.key().start())
                + (value instanceof YamlValue.Items ? style.listStep() : style.step());
        List<Splice> splices = new ArrayList<>();
        if (!isLeftOut()) {
            splices.add(Splice.deletion(lines.skipBlanksBack(contentStart), node.end()));
        }
        splices.add(Splice.insertion(lines.lineEnd(node.end()), writer.newLine(column) + writer.block(value, column)));
        return splices;
    }

    private List<Splice> behindDash(YamlNode.Sequence sequence, YamlValue value) {
        if (!isLeftOut()) {
            return List.of(inPlace(writer.block(value, lines.column(contentStart))));
        }
        int column = lines.column(lines.dash(sequence, target.index())) + style.gap();
        String gap = " ".repeat(style.gap() - 1);
        return List.of(Splice.insertion(node.end(), gap + writer.block(value, column)));
    }
}
