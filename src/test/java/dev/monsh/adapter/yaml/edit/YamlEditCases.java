package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.util.List;
import java.util.stream.Stream;

/** Files as people write them, an edit, and the file that must come of it. */
final class YamlEditCases {

    record Case(String name, String before, YamlEdit edit, String after) {
        @Override
        public String toString() {
            return name;
        }
    }

    private YamlEditCases() {}

    static List<Case> all() {
        return Stream.of(new ScalarEditCases(), new AdditionCases(), new RemovalCases(), new BracketCases())
                .flatMap(each -> each.filled().stream())
                .toList();
    }

    static YamlEdit at(YamlPath path, YamlEdit edit) {
        return switch (edit) {
            case YamlEdit.Set set -> new YamlEdit.Set(path, set.value());
            case YamlEdit.Add add -> new YamlEdit.Add(path, add.key(), add.value(), add.before());
            case YamlEdit.Insert insert -> new YamlEdit.Insert(path, insert.index(), insert.value());
            case YamlEdit.Append append -> new YamlEdit.Append(path, append.value());
            case YamlEdit.Remove _ -> new YamlEdit.Remove(path);
        };
    }

    static YamlValue item() {
        return new YamlValue.Fields(List.of(
                new YamlValue.Field("name", YamlValue.text("{{.Comm}}")),
                new YamlValue.Field("comm", YamlValue.texts(List.of("nginx", "java")))));
    }
}
