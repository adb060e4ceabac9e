package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/** Edits of keys and items that are added. */
final class AdditionCases extends EditCaseList {

    @Override
    void fill() {
        addedKeys();
        addedItems();
        missingValues();
    }

    private void addedKeys() {
        add(
                "a key last",
                "a: 1\nb: 2 # c\n",
                new YamlEdit.Add(YamlPath.of(), "c", YamlValue.number(3)),
                "a: 1\nb: 2 # c\nc: 3\n");
        add(
                "a key before another and its comment",
                "a: 1\n# about b\nb: 2\n",
                new YamlEdit.Add(YamlPath.of(), "x", YamlValue.number(3), Optional.of("b")),
                "a: 1\nx: 3\n# about b\nb: 2\n");
        add(
                "a key with a mapping, in the step of the file",
                "x:\n    a: 1\n",
                new YamlEdit.Add(YamlPath.of(), "z", YamlEditCases.item()),
                "x:\n    a: 1\nz:\n    name: '{{.Comm}}'\n    comm:\n        - nginx\n        - java\n");
        add(
                "a key behind a nested mapping",
                "x:\n  y:\n    a: 1\n\nz: 1\n",
                new YamlEdit.Add(YamlPath.of("x"), "b", YamlValue.number(2)),
                "x:\n  y:\n    a: 1\n  b: 2\n\nz: 1\n");
        add(
                "a key to a mapping behind a dash",
                "- a: 1\n- b: 1\n",
                new YamlEdit.Add(YamlPath.of().item(0), "c", YamlValue.number(2)),
                "- a: 1\n  c: 2\n- b: 1\n");
        add(
                "a key first behind a dash",
                "-   a: 1\n    b: 1\n",
                new YamlEdit.Add(YamlPath.of().item(0), "c", YamlValue.number(2), Optional.of("a")),
                "-   c: 2\n    a: 1\n    b: 1\n");
        add(
                "a key behind a literal that keeps its blank lines",
                "a: |+\n  x\n\n\nz: {}\n",
                new YamlEdit.Add(YamlPath.of(), "b", YamlValue.number(2), Optional.of("z")),
                "a: |+\n  x\n\n\nb: 2\nz: {}\n");
        add(
                "a key behind a comment that is further in",
                "x:\n  a: 1\n    # more of a\n# z\nz: 1\n",
                new YamlEdit.Add(YamlPath.of("x"), "b", YamlValue.number(2)),
                "x:\n  a: 1\n    # more of a\n  b: 2\n# z\nz: 1\n");
        add(
                "a key as far away as the others",
                "a: 1\n\nb: 2\n",
                new YamlEdit.Add(YamlPath.of(), "c", YamlValue.number(3)),
                "a: 1\n\nb: 2\n\nc: 3\n");
        add(
                "a key that needs quotes",
                "a: 1\n",
                new YamlEdit.Add(YamlPath.of(), "no", YamlValue.number(3)),
                "a: 1\n'no': 3\n");
    }

    private void addedItems() {
        YamlValue value = text("new");
        add("an item last", "a:\n  - x\n", new YamlEdit.Append(YamlPath.of("a"), value), "a:\n  - x\n  - new\n");
        add(
                "an item in the key's own column",
                "a:\n- x\n- y\nb: 1\n",
                new YamlEdit.Append(YamlPath.of("a"), value),
                "a:\n- x\n- y\n- new\nb: 1\n");
        add(
                "an item first",
                "a:\n  # about x\n  - x\n",
                new YamlEdit.Insert(YamlPath.of("a"), 0, value),
                "a:\n  - new\n  # about x\n  - x\n");
        add(
                "an item between others that are apart",
                "a:\n  - x\n\n  # about y\n  - y\n",
                new YamlEdit.Insert(YamlPath.of("a"), 1, value),
                "a:\n  - x\n\n  - new\n\n  # about y\n  - y\n");
        add(
                "a wide gap behind the dash",
                "a:\n  -   x\n",
                new YamlEdit.Append(YamlPath.of("a"), YamlEditCases.item()),
                "a:\n  -   x\n  -   name: '{{.Comm}}'\n      comm:\n        -   nginx\n        -   java\n");
        add(
                "a list in a list",
                "- - a\n  - b\n- c\n",
                new YamlEdit.Append(YamlPath.of().item(0), value),
                "- - a\n  - b\n  - new\n- c\n");
        add(
                "an item first in a list in a list",
                "- - a\n- c\n",
                new YamlEdit.Insert(YamlPath.of().item(0), 0, value),
                "- - new\n  - a\n- c\n");
        add(
                "an item behind a comment of the last one",
                "a:\n  - x: 1\n    # y: 2\n\n# b\nb: 1\n",
                new YamlEdit.Append(YamlPath.of("a"), value),
                "a:\n  - x: 1\n    # y: 2\n  - new\n\n# b\nb: 1\n");
        add(
                "an empty list and an empty text",
                "a:\n  - x\n",
                new YamlEdit.Append(
                        YamlPath.of("a"), new YamlValue.Items(List.of(new YamlValue.Items(List.of()), text("")))),
                "a:\n  - x\n  - - []\n    - ''\n");
    }

    private void missingValues() {
        add(
                "a list below its key",
                "a:\nb: 1\n",
                new YamlEdit.Append(YamlPath.of("a"), text("x")),
                "a:\n  - x\nb: 1\n");
        add(
                "a list below a comment",
                "a: # none yet\nb: 1\n",
                new YamlEdit.Append(YamlPath.of("a"), text("x")),
                "a: # none yet\n  - x\nb: 1\n");
        add(
                "a list in place of brackets",
                "a: [] # none yet\nb: 1\n",
                new YamlEdit.Append(YamlPath.of("a"), text("x")),
                "a: # none yet\n  - x\nb: 1\n");
        add(
                "a list as compact as the others",
                "a: []\nb:\n- y\n",
                new YamlEdit.Append(YamlPath.of("a"), text("x")),
                "a:\n- x\nb:\n- y\n");
        add(
                "a mapping in place of braces",
                "a: {  }\nb: 1\n",
                new YamlEdit.Add(YamlPath.of("a"), "x", YamlValue.number(1)),
                "a:\n  x: 1\nb: 1\n");
        add(
                "a mapping in place of null",
                "a: null\nb: 1\n",
                new YamlEdit.Add(YamlPath.of("a"), "x", YamlValue.number(1)),
                "a:\n  x: 1\nb: 1\n");
        add(
                "a mapping behind an anchor",
                "a: &x {}\nb: 1\n",
                new YamlEdit.Add(YamlPath.of("a"), "x", YamlValue.number(1)),
                "a: &x\n  x: 1\nb: 1\n");
        add(
                "a mapping behind a dash",
                "-\n- b\n",
                new YamlEdit.Add(YamlPath.of().item(0), "x", YamlValue.number(1)),
                "- x: 1\n- b\n");
        add(
                "a mapping in braces behind a dash",
                "- {}\n- b\n",
                new YamlEdit.Set(YamlPath.of().item(1), text("c")),
                "- {}\n- c\n");
        add(
                "braces within braces",
                "a: {b: {}, c: }\n",
                new YamlEdit.Add(YamlPath.of("a", "b"), "x", YamlValue.number(1)),
                "a: {b: {x: 1}, c: }\n");
        add(
                "a left out value within braces",
                "a: {b: {}, c: }\n",
                new YamlEdit.Append(YamlPath.of("a", "c"), YamlValue.number(1)),
                "a: {b: {}, c: [1] }\n");
        add(
                "a left out value becomes a mapping",
                "a:\nb: 1\n",
                new YamlEdit.Set(YamlPath.of("a"), YamlEditCases.item()),
                "a:\n  name: '{{.Comm}}'\n  comm:\n    - nginx\n    - java\nb: 1\n");
        add("a file without content", "", new YamlEdit.Add(YamlPath.of(), "a", text("x")), "a: x\n");
        add("a file with a start alone", "---\n", new YamlEdit.Add(YamlPath.of(), "a", text("x")), "---\na: x\n");
        add("empty braces", "{}\n", new YamlEdit.Add(YamlPath.of(), "a", text("x")), "a: x\n");
    }
}
