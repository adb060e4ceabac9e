package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;

/** Cases of one kind while they are gathered. */
abstract class EditCaseList {

    private final List<YamlEditCases.Case> cases = new ArrayList<>();

    /** Adds the cases. */
    abstract void fill();

    List<YamlEditCases.Case> filled() {
        fill();
        return cases;
    }

    void add(String name, String before, YamlEdit edit, String after) {
        cases.add(new YamlEditCases.Case(name, before, edit, after));
    }

    void set(String name, String before, String after, YamlValue value, String... keys) {
        add(name, before, new YamlEdit.Set(YamlPath.of(keys), value), after);
    }

    static YamlValue text(String text) {
        return YamlValue.text(text);
    }
}
