package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.Splice;
import dev.monsh.edit.Splices;
import dev.monsh.failure.ConfigurationException;
import java.util.List;

/**
 * Edits YAML files that people wrote. An edit is a few splices of bytes; after it the file is read again, and the edit
 * counts only when what the file says now differs from what it said in the node that was meant and nowhere else.
 */
public final class YamlEditor {

    private final YamlScalarWriter scalars = new YamlScalarWriter();
    private final YamlContent.Reader reader = new YamlContent.Reader(scalars);

    /**
     * Returns the document with the edit made; the one given stays as it is.
     *
     * @throws ConfigurationException where the path leads nowhere, the node is one that also stands elsewhere (an
     *     alias), or the edit can't be made without touching anything else; with the place in the file
     */
    public YamlDocument apply(YamlDocument document, YamlEdit edit) {
        YamlTarget target = edit instanceof YamlEdit.Remove
                ? YamlTarget.findEntry(document, edit.path())
                : YamlTarget.find(document, edit.path());
        List<Splice> splices = splices(target, edit);
        YamlDocument edited = reread(target, Splices.apply(document.ownBytes(), splices));
        YamlContent expected = new YamlExpectation(reader).after(reader.of(document.root()), edit);
        if (!reader.of(edited.root()).equals(expected)) {
            throw unprovable(target);
        }
        return edited;
    }

    private YamlDocument reread(YamlTarget target, byte[] bytes) {
        try {
            return YamlDocument.parseLeniently(target.document().file(), bytes);
        } catch (ConfigurationException e) {
            throw unprovable(target);
        }
    }

    private static ConfigurationException unprovable(YamlTarget target) {
        return target.refused(
                "this can't be edited without changing other parts of the file: " + "edit the file by hand");
    }

    private List<Splice> splices(YamlTarget target, YamlEdit edit) {
        YamlStyle style = YamlStyle.of(target);
        YamlWriter writer = new YamlWriter(style, scalars);
        return switch (edit) {
            case YamlEdit.Set set -> new ScalarEdit(target, writer, style).splices(set.value());
            case YamlEdit.Remove _ -> remove(target);
            case YamlEdit.Add add -> new EntryInsertion(target, writer, style).key(add);
            case YamlEdit.Insert insert ->
                new EntryInsertion(target, writer, style).item(insert.index(), insert.value());
            case YamlEdit.Append append -> {
                int index = target.node() instanceof YamlNode.Sequence list
                        ? list.items().size()
                        : 0;
                yield new EntryInsertion(target, writer, style).item(index, append.value());
            }
        };
    }

    private static List<Splice> remove(YamlTarget target) {
        YamlTarget parent = target.parent();
        if (parent == null) {
            throw target.refused("the whole document can't be removed");
        }
        return new EntryRemoval(parent, target.index()).splices();
    }
}
