package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an edit on contents, where it is simple, so that the edit on bytes can be held against it. */
final class YamlExpectation {

    private final YamlContent.Reader reader;

    YamlExpectation(YamlContent.Reader reader) {
        this.reader = reader;
    }

    /** Returns what the document must say after the edit. The edit's path is known to lead somewhere. */
    YamlContent after(YamlContent before, YamlEdit edit) {
        return changed(before, edit, edit.path().steps());
    }

    private YamlContent changed(YamlContent content, YamlEdit edit, List<YamlPath.Step> steps) {
        if (steps.isEmpty()) {
            return edited(content, edit);
        }
        if (edit instanceof YamlEdit.Remove && steps.size() == 1) {
            return without(content, indexOf(content, steps.getFirst()));
        }
        int index = indexOf(content, steps.getFirst());
        List<YamlPath.Step> rest = steps.subList(1, steps.size());
        return switch (content) {
            case YamlContent.Items(String anchor, String tag, List<YamlContent> items) -> {
                List<YamlContent> copy = new ArrayList<>(items);
                copy.set(index, changed(items.get(index), edit, rest));
                yield new YamlContent.Items(anchor, tag, copy);
            }
            case YamlContent.Fields(String anchor, String tag, List<YamlContent.Field> fields) -> {
                List<YamlContent.Field> copy = new ArrayList<>(fields);
                YamlContent.Field field = fields.get(index);
                copy.set(index, new YamlContent.Field(field.key(), changed(field.value(), edit, rest)));
                yield new YamlContent.Fields(anchor, tag, copy);
            }
            case YamlContent.Scalar _, YamlContent.Alias _ -> throw new IllegalStateException("no way on: " + edit);
        };
    }

    private static int indexOf(YamlContent content, YamlPath.Step step) {
        return switch (step) {
            case YamlPath.Step.Item(int index) -> index;
            case YamlPath.Step.Key(String name) -> {
                List<YamlContent.Field> fields = ((YamlContent.Fields) content).fields();
                int index = 0;
                while (!(fields.get(index).key() instanceof YamlContent.Scalar key
                        && key.value().equals(name))) {
                    index++;
                }
                yield index;
            }
        };
    }

    private static YamlContent without(YamlContent content, int index) {
        return switch (content) {
            case YamlContent.Items(String anchor, String tag, List<YamlContent> items) -> {
                List<YamlContent> copy = new ArrayList<>(items);
                copy.remove(index);
                yield new YamlContent.Items(anchor, tag, copy);
            }
            case YamlContent.Fields(String anchor, String tag, List<YamlContent.Field> fields) -> {
                List<YamlContent.Field> copy = new ArrayList<>(fields);
                copy.remove(index);
                yield new YamlContent.Fields(anchor, tag, copy);
            }
            case YamlContent.Scalar _, YamlContent.Alias _ -> content;
        };
    }

    private YamlContent edited(YamlContent content, YamlEdit edit) {
        return switch (edit) {
            case YamlEdit.Set set -> anchored(content, reader.of(set.value()));
            case YamlEdit.Add add -> {
                List<YamlContent.Field> fields =
                        new ArrayList<>(content instanceof YamlContent.Fields old ? old.fields() : List.of());
                YamlContent.Field field = reader.field(add.key(), add.value());
                int index = add.before()
                        .map(each -> indexOf(content, new YamlPath.Step.Key(each)))
                        .orElse(fields.size());
                fields.add(index, field);
                yield new YamlContent.Fields(anchor(content), tag(content), fields);
            }
            case YamlEdit.Insert insert -> inserted(content, insert.index(), insert.value());
            case YamlEdit.Append append ->
                inserted(
                        content,
                        content instanceof YamlContent.Items old ? old.items().size() : 0,
                        append.value());
            case YamlEdit.Remove _ -> throw new IllegalStateException("the root can't be removed");
        };
    }

    private YamlContent inserted(YamlContent content, int index, YamlValue value) {
        List<YamlContent> items = new ArrayList<>(content instanceof YamlContent.Items old ? old.items() : List.of());
        items.add(index, reader.of(value));
        return new YamlContent.Items(anchor(content), tag(content), items);
    }

    private static YamlContent anchored(YamlContent old, YamlContent value) {
        String anchor = anchor(old);
        return switch (value) {
            case YamlContent.Scalar scalar -> new YamlContent.Scalar(anchor, scalar.tag(), scalar.value());
            case YamlContent.Items items -> new YamlContent.Items(anchor, items.tag(), items.items());
            case YamlContent.Fields fields -> new YamlContent.Fields(anchor, fields.tag(), fields.fields());
            case YamlContent.Alias alias -> alias;
        };
    }

    private static @Nullable String anchor(YamlContent content) {
        return switch (content) {
            case YamlContent.Scalar scalar -> scalar.anchor();
            case YamlContent.Items items -> items.anchor();
            case YamlContent.Fields fields -> fields.anchor();
            case YamlContent.Alias _ -> null;
        };
    }

    /** A scalar's tag is of no use to the collection that takes its place. */
    private static @Nullable String tag(YamlContent content) {
        return switch (content) {
            case YamlContent.Items items -> items.tag();
            case YamlContent.Fields fields -> fields.tag();
            case YamlContent.Scalar _, YamlContent.Alias _ -> null;
        };
    }
}
