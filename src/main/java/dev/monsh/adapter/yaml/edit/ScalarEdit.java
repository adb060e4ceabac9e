package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlLines;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.Splice;
import java.util.List;

/** Gives a scalar another value. */
final class ScalarEdit {

    private final YamlTarget target;
    private final YamlWriter writer;
    private final YamlStyle style;

    ScalarEdit(YamlTarget target, YamlWriter writer, YamlStyle style) {
        this.target = target;
        this.writer = writer;
        this.style = style;
    }

    List<Splice> splices(YamlValue value) {
        if (!(target.node() instanceof YamlNode.Scalar old)) {
            throw target.refused("this is a mapping or a list; only a single value can be replaced");
        }
        if (old.tag() != null) {
            throw target.refused("this has a tag, " + old.tag() + ": edit the file by hand");
        }
        boolean collection = value instanceof YamlValue.Items || value instanceof YamlValue.Fields;
        if (old.isNull() && (collection || target.parent() == null)) {
            return new EmptyValue(target, writer, style).fill(value);
        }
        if (collection) {
            throw target.refused("this already has a value; only a missing value can become a mapping or a list");
        }
        String text = writer.inStyleOf(old, value, target.isInFlow());
        int contentStart = new YamlLines(target.document().ownBytes()).contentStart(old);
        return List.of(
                contentStart >= old.end()
                        ? Splice.insertion(old.end(), " " + text)
                        : Splice.of(contentStart, old.end(), text));
    }
}
