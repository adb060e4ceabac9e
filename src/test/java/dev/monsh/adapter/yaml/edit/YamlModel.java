package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What SnakeYAML's own loader makes of a file, and the same edits made on Java's lists and maps. */
final class YamlModel {

    private YamlModel() {}

    static @Nullable Object of(byte[] bytes) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object loaded = new Yaml(options).load(new String(bytes, StandardCharsets.UTF_8));
        return ordered(loaded);
    }

    /** Maps compare without regard to order, so each becomes a list of its entries. */
    private static @Nullable Object ordered(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                List<Object> entries = new ArrayList<>();
                map.forEach((key, each) -> entries.add("%s=%s".formatted(key, ordered(each))));
                yield entries;
            }
            case List<?> list ->
                list.stream().map(each -> String.valueOf(ordered(each))).toList();
            case null -> null;
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }

    static @Nullable Object edited(byte[] bytes, YamlEdit edit) {
        Object root = new Yaml().load(new String(bytes, StandardCharsets.UTF_8));
        return ordered(changed(root, edit.path().steps(), edit));
    }

    private static @Nullable Object changed(@Nullable Object value, List<YamlPath.Step> steps, YamlEdit edit) {
        if (steps.isEmpty()) {
            return edited(value, edit);
        }
        boolean removes = edit instanceof YamlEdit.Remove && steps.size() == 1;
        List<YamlPath.Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case YamlPath.Step.Item(int index) -> {
                List<@Nullable Object> list = list(value);
                Object item = list.get(index);
                if (removes) {
                    list.remove(index);
                } else {
                    list.set(index, changed(item, rest, edit));
                }
                yield list;
            }
            case YamlPath.Step.Key(String name) -> {
                Map<Object, @Nullable Object> map = map(value);
                Object key = map.keySet().stream()
                        .filter(each -> String.valueOf(each).equals(name))
                        .findFirst()
                        .orElseThrow();
                if (removes) {
                    map.remove(key);
                } else {
                    map.put(key, changed(map.get(key), rest, edit));
                }
                yield map;
            }
        };
    }

    private static Object edited(@Nullable Object value, YamlEdit edit) {
        return switch (edit) {
            case YamlEdit.Set set -> java(set.value());
            case YamlEdit.Append append -> {
                List<@Nullable Object> list = list(value);
                list.add(java(append.value()));
                yield list;
            }
            case YamlEdit.Insert insert -> {
                List<@Nullable Object> list = list(value);
                list.add(insert.index(), java(insert.value()));
                yield list;
            }
            case YamlEdit.Add add -> {
                Map<Object, @Nullable Object> map = new LinkedHashMap<>();
                map(value).forEach((key, each) -> {
                    if (add.before().filter(key::equals).isPresent()) {
                        map.put(add.key(), java(add.value()));
                    }
                    map.put(key, each);
                });
                map.putIfAbsent(add.key(), java(add.value()));
                yield map;
            }
            case YamlEdit.Remove _ -> throw new IllegalArgumentException();
        };
    }

    private static List<@Nullable Object> list(@Nullable Object value) {
        return value == null ? new ArrayList<>() : new ArrayList<>((List<?>) value);
    }

    private static Map<Object, @Nullable Object> map(@Nullable Object value) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        if (value != null) {
            ((Map<?, ?>) value).forEach(copy::put);
        }
        return copy;
    }

    private static Object java(YamlValue value) {
        return switch (value) {
            case YamlValue.Text(String text) -> text;
            case YamlValue.Literal(String text) -> new Yaml().load(text);
            case YamlValue.Inline(YamlValue inner) -> java(inner);
            case YamlValue.Items(List<YamlValue> items) ->
                items.stream().map(YamlModel::java).collect(Collectors.toList());
            case YamlValue.Fields(List<YamlValue.Field> fields) -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                fields.forEach(each -> map.put(each.key(), java(each.value())));
                yield map;
            }
        };
    }
}
