package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files as people write them, an edit, and the file that must come of it. */
final class YamlEditCases {

    record Case(String name, String before, YamlEdit edit, String after) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Case> cases = new ArrayList<>();

    private YamlEditCases() {}

    static List<Case> all() {
        YamlEditCases cases = new YamlEditCases();
        cases.scalars();
        cases.quotes();
        cases.addedKeys();
        cases.addedItems();
        cases.missingValues();
        cases.removedItems();
        cases.removedKeys();
        cases.lastEntries();
        cases.brackets();
        cases.bracketsOnLines();
        cases.stackFiles();
        return cases.cases;
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

    private void add(String name, String before, YamlEdit edit, String after) {
        cases.add(new Case(name, before, edit, after));
    }

    private void set(String name, String before, String after, YamlValue value, String... keys) {
        add(name, before, new YamlEdit.Set(YamlPath.of(keys), value), after);
    }

    private static YamlValue text(String text) {
        return YamlValue.text(text);
    }

    private void scalars() {
        set("a plain value", "a: old\nb: 1\n", "a: new\nb: 1\n", text("new"), "a");
        set("a value before a comment", "a: old   # why\nb: 1\n", "a: new   # why\nb: 1\n", text("new"), "a");
        set("a nested value", "x:\n    a: old\n    b: 1\n", "x:\n    a: new\n    b: 1\n", text("new"), "x", "a");
        set("a left out value", "a:\nb: 1\n", "a: new\nb: 1\n", text("new"), "a");
        set("a left out value before a comment", "a: # none\nb: 1\n", "a: new # none\nb: 1\n", text("new"), "a");
        set("a null", "a: ~\n", "a: new\n", text("new"), "a");
        set("a number", "a: 1\n", "a: 42\n", YamlValue.number(42), "a");
        set("a boolean", "a: true # c\n", "a: false # c\n", YamlValue.bool(false), "a");
        set("text like a number", "a: x\n", "a: '42'\n", text("42"), "a");
        set("a value with an anchor of its own", "a: &x old\nb: 1\n", "a: &x new\nb: 1\n", text("new"), "a");
        set("an anchor alone", "a: &x\nb: 1\n", "a: &x new\nb: 1\n", text("new"), "a");
        set("a value over two lines", "a: one\n  two\nb: 1\n", "a: new\nb: 1\n", text("new"), "a");
        set("a literal", "a: |\n  one\n  two\n\nb: 1\n", "a: new\n\nb: 1\n", text("new"), "a");
        set("a folded one to its last line", "a: >-\n  one\n# c\n", "a: new\n# c\n", text("new"), "a");
        set("a key in quotes", "\"a\": old\n", "\"a\": new\n", text("new"), "a");
        set("in braces", "{a: old, b: 1}\n", "{a: new, b: 1}\n", text("new"), "a");
        set("in braces without blank", "{\"a\":\"old\"}\n", "{\"a\":\"new\"}\n", text("new"), "a");
        set("a left out value in braces", "{a: , b: 1}\n", "{a: new , b: 1}\n", text("new"), "a");
        add("an item", "- a\n- b # c\n", new YamlEdit.Set(YamlPath.of().item(1), text("new")), "- a\n- new # c\n");
        add(
                "an empty item",
                "- a\n-\n- c\n",
                new YamlEdit.Set(YamlPath.of().item(1), text("new")),
                "- a\n- new\n- c\n");
    }

    private void quotes() {
        set("single quotes stay", "a: 'old'\n", "a: 'it''s'\n", text("it's"), "a");
        set("double quotes stay", "a: \"old\"\n", "a: \"C:\\\\x \\\"y\\\"\"\n", text("C:\\x \"y\""), "a");
        set("a tab needs double quotes", "a: 'old'\n", "a: \"x\\ty\"\n", text("x\ty"), "a");
        set("a line break is escaped", "a: old\n", "a: \"x\\ny\"\n", text("x\ny"), "a");
        set("a colon with a blank is quoted", "a: old\n", "a: 'x: y'\n", text("x: y"), "a");
        set("a hash is quoted", "a: old\n", "a: 'x #y'\n", text("x #y"), "a");
        set("an empty text is quoted", "a: old\n", "a: ''\n", text(""), "a");
        set("blanks around are quoted", "a: old\n", "a: ' x '\n", text(" x "), "a");
        set("a word for true is quoted", "a: old\n", "a: 'yes'\n", text("yes"), "a");
        set("a word for null is quoted", "a: old\n", "a: 'null'\n", text("null"), "a");
        set("base 60 is quoted", "a: old\n", "a: '22:22'\n", text("22:22"), "a");
        set("an exponent is quoted", "a: old\n", "a: '1e3'\n", text("1e3"), "a");
        set("a date is quoted", "a: old\n", "a: '2026-11-22'\n", text("2026-11-22"), "a");
        set("an address is plain", "a: old\n", "a: 100.64.0.7\n", text("100.64.0.7"), "a");
        set("a volume is plain", "a: old\n", "a: /x/y:/x/y:ro\n", text("/x/y:/x/y:ro"), "a");
        set("a URL in braces is quoted", "{a: old}\n", "{a: 'http://h:1'}\n", text("http://h:1"), "a");
        set("other scripts are kept", "a: old\n", "a: größe日\n", text("größe日"), "a");
        set("an emoji is quoted", "a: old\n", "a: '😀'\n", text("😀"), "a");
        set(
                "what can't be printed is escaped",
                "a: old\n",
                "a: \"x\\u001b[0m\\u2028\"\n",
                text("x\u001b[0m\u2028"),
                "a");
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
                new YamlEdit.Add(YamlPath.of(), "z", item()),
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
                new YamlEdit.Append(YamlPath.of("a"), item()),
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
                new YamlEdit.Set(YamlPath.of("a"), item()),
                "a:\n  name: '{{.Comm}}'\n  comm:\n    - nginx\n    - java\nb: 1\n");
        add("a file without content", "", new YamlEdit.Add(YamlPath.of(), "a", text("x")), "a: x\n");
        add("a file with a start alone", "---\n", new YamlEdit.Add(YamlPath.of(), "a", text("x")), "---\na: x\n");
        add("empty braces", "{}\n", new YamlEdit.Add(YamlPath.of(), "a", text("x")), "a: x\n");
    }

    private void removedItems() {
        add(
                "the first item with its comment",
                "a:\n  # about x\n  - x\n  - y\n",
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a:\n  - y\n");
        add(
                "an item in the middle",
                "- x\n- y # c\n- z\n",
                new YamlEdit.Remove(YamlPath.of().item(1)),
                "- x\n- z\n");
        add(
                "the last item",
                "- x\n- y\n# end\n",
                new YamlEdit.Remove(YamlPath.of().item(1)),
                "- x\n# end\n");
        add(
                "the first of items that are apart",
                "- x\n\n- y\n\n- z\n",
                new YamlEdit.Remove(YamlPath.of().item(0)),
                "- y\n\n- z\n");
        add(
                "one in the midst of items that are apart",
                "- x\n\n- y\n\n- z\n",
                new YamlEdit.Remove(YamlPath.of().item(1)),
                "- x\n\n- z\n");
        add(
                "the last of items that are apart",
                "a:\n- x\n\n- y\n\nb: 1\n",
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a:\n- x\n\nb: 1\n");
        add(
                "a comment that stands alone stays",
                "- x\n\n# alone\n\n- y\n- z\n",
                new YamlEdit.Remove(YamlPath.of().item(1)),
                "- x\n\n# alone\n\n- z\n");
        add(
                "comments further in go with the item",
                "- x:\n    - 1\n    # - 2\n- y\n",
                new YamlEdit.Remove(YamlPath.of().item(0)),
                "- y\n");
        add(
                "an item in an item",
                "- - x\n  - y\n- z\n",
                new YamlEdit.Remove(YamlPath.of().item(0).item(0)),
                "- - y\n- z\n");
        add(
                "an item that is empty",
                "- x\n-\n- z\n",
                new YamlEdit.Remove(YamlPath.of().item(1)),
                "- x\n- z\n");
        add(
                "an item behind a literal that keeps its blank lines",
                "- |+\n  x\n\n- y\n",
                new YamlEdit.Remove(YamlPath.of().item(1)),
                "- |+\n  x\n\n");
    }

    private void removedKeys() {
        add("a key", "a: 1\nb: 2\nc: 3\n", new YamlEdit.Remove(YamlPath.of("b")), "a: 1\nc: 3\n");
        add(
                "a key with all below it",
                "a: 1\n# about b\n# more\nb:\n  x: 1\n\n  y: 2\nc: 3\n",
                new YamlEdit.Remove(YamlPath.of("b")),
                "a: 1\nc: 3\n");
        add(
                "the key behind a dash",
                "- a: 1\n  b: 2\n",
                new YamlEdit.Remove(YamlPath.of().item(0).key("a")),
                "- b: 2\n");
        add(
                "the key behind a dash, before a comment",
                "- a: 1 # c\n\n  # about b\n  b: 2\n",
                new YamlEdit.Remove(YamlPath.of().item(0).key("a")),
                "- # about b\n  b: 2\n");
        add(
                "a key that holds an alias",
                "x: &x 1\na: *x\nb: 2\n",
                new YamlEdit.Remove(YamlPath.of("a")),
                "x: &x 1\nb: 2\n");
        add(
                "a key with an anchor and its own aliases",
                "x:\n  p: &p 1\n  q: *p\nb: 2\n",
                new YamlEdit.Remove(YamlPath.of("x")),
                "b: 2\n");
        add(
                "keys of other columns keep their comments",
                "a:\n  b: 1\n# about c\nc: 2\nd: 3\n",
                new YamlEdit.Remove(YamlPath.of("c")),
                "a:\n  b: 1\nd: 3\n");
    }

    private void lastEntries() {
        add(
                "the only item",
                "a:\n  - x\nb: 1\n",
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: []\nb: 1\n");
        add(
                "the only item below a comment",
                "a: # list\n\n  # about x\n  - x # c\n\nb: 1\n",
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: [] # list\n\nb: 1\n");
        add("the only key", "a:\n  x: 1\nb: 1\n", new YamlEdit.Remove(YamlPath.of("a", "x")), "a: {}\nb: 1\n");
        add(
                "the only key behind an anchor",
                "a: &y\n  x: 1\nb: 1\n",
                new YamlEdit.Remove(YamlPath.of("a", "x")),
                "a: &y {}\nb: 1\n");
        add(
                "the only key behind a dash",
                "- a: 1 # c\n- b\n",
                new YamlEdit.Remove(YamlPath.of().item(0).key("a")),
                "- {} # c\n- b\n");
        add(
                "the only item of an item",
                "- - a\n- b\n",
                new YamlEdit.Remove(YamlPath.of().item(0).item(0)),
                "- []\n- b\n");
        add(
                "the only key below a dash",
                "-\n  a: 1\n- b\n",
                new YamlEdit.Remove(YamlPath.of().item(0).key("a")),
                "- {}\n- b\n");
        add("the only key of all", "# head\n\na: 1\n", new YamlEdit.Remove(YamlPath.of("a")), "# head\n\n{}\n");
    }

    private void brackets() {
        add(
                "append in brackets",
                "a: [x, y] # c\n",
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [x, y, z] # c\n");
        add("append in wide brackets", "a: [ x ]\n", new YamlEdit.Append(YamlPath.of("a"), text("z")), "a: [ x, z ]\n");
        add("append behind a comma", "a: [x,]\n", new YamlEdit.Append(YamlPath.of("a"), text("z")), "a: [x, z]\n");
        add("insert in brackets", "a: [x, y]\n", new YamlEdit.Insert(YamlPath.of("a"), 1, text("z")), "a: [x, z, y]\n");
        add("quotes in brackets", "a: [x]\n", new YamlEdit.Append(YamlPath.of("a"), text("a,b")), "a: [x, 'a,b']\n");
        add(
                "a mapping in brackets",
                "a: [x]\n",
                new YamlEdit.Append(YamlPath.of("a"), item()),
                "a: [x, {name: '{{.Comm}}', comm: [nginx, java]}]\n");
        add("add in braces", "a: {x: 1}\n", new YamlEdit.Add(YamlPath.of("a"), "w", text("z")), "a: {x: 1, w: z}\n");
        add(
                "add before in braces",
                "a: {x: 1}\n",
                new YamlEdit.Add(YamlPath.of("a"), "w", text("z"), Optional.of("x")),
                "a: {w: z, x: 1}\n");
        add(
                "remove first in brackets",
                "a: [x, y, z]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: [y, z]\n");
        add(
                "remove the middle in brackets",
                "a: [x, y, z]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [x, z]\n");
        add(
                "remove last in brackets",
                "a: [x, y, z ]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(2)),
                "a: [x, y ]\n");
        add(
                "remove last before a comma",
                "a: [x, y,]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [x,]\n");
        add(
                "remove all in brackets",
                "a: [x,] # c\n",
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: [] # c\n");
        add(
                "remove in braces",
                "a: {x: 1, y: {z: 2}, w: 3}\n",
                new YamlEdit.Remove(YamlPath.of("a", "y")),
                "a: {x: 1, w: 3}\n");
        add(
                "remove without blanks",
                "a: {\"x\":1,\"y\":2}\n",
                new YamlEdit.Remove(YamlPath.of("a", "x")),
                "a: {\"y\":2}\n");
        add(
                "an inline value as a new key",
                "a:\n  b: 1\n",
                new YamlEdit.Add(
                        YamlPath.of("a"),
                        "c",
                        new YamlValue.Inline(
                                new YamlValue.Fields(List.of(new YamlValue.Field("url", text("http://h:1")))))),
                "a:\n  b: 1\n  c: {url: 'http://h:1'}\n");
    }

    private void bracketsOnLines() {
        String list = "a: [\n    x, # about x\n    y # about y\n  ]\n";
        add(
                "append on a line",
                list,
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [\n    x, # about x\n    y, # about y\n    z\n  ]\n");
        add(
                "insert on a line",
                list,
                new YamlEdit.Insert(YamlPath.of("a"), 1, text("z")),
                "a: [\n    x, # about x\n    z,\n    y # about y\n  ]\n");
        add(
                "remove the last line",
                list,
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [\n    x # about x\n  ]\n");
        add(
                "remove the first line",
                list,
                new YamlEdit.Remove(YamlPath.of("a").item(0)),
                "a: [\n    y # about y\n  ]\n");
        add(
                "append behind a comma on a line",
                "a: [\n    x,\n  ]\n",
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [\n    x,\n    z,\n  ]\n");
        add(
                "append before a bracket in the same line",
                "a: [x,\n  y]\n",
                new YamlEdit.Append(YamlPath.of("a"), text("z")),
                "a: [x,\n  y,\n  z]\n");
        add(
                "remove before a bracket in the same line",
                "a: [x,\n  y]\n",
                new YamlEdit.Remove(YamlPath.of("a").item(1)),
                "a: [x]\n");
        add(
                "add to braces on lines",
                "a: {\n  x: 1,\n  y: 2\n}\n",
                new YamlEdit.Add(YamlPath.of("a"), "z", YamlValue.number(3)),
                "a: {\n  x: 1,\n  y: 2,\n  z: 3\n}\n");
    }

    private void stackFiles() {
        String rules = """
                process_names:
                  - name: 'a-{{.Matches.id}}'
                    comm:
                      - uvicorn
                    cmdline:
                      - '.*a(?P<id>\\d+).*'

                  - name: b
                    comm:
                      - java
                """;
        add(
                "a rule for process-exporter",
                rules,
                new YamlEdit.Append(YamlPath.of("process_names"), item()),
                rules + "\n  - name: '{{.Comm}}'\n    comm:\n      - nginx\n      - java\n");
        add(
                "a rule less for process-exporter",
                rules,
                new YamlEdit.Remove(YamlPath.of("process_names").item(1)),
                rules.substring(0, rules.indexOf("\n  - name: b")));
        String targets = """
                clients:
                  - url: http://loki:3100/loki/api/v1/push

                scrape_configs:
                - job_name: a
                  static_configs:
                  - targets:
                      - localhost
                    labels:
                      service: a
                      __path__: /l/a.log

                - job_name: b
                  static_configs:
                  - targets:
                      - localhost
                    labels:
                      service: b
                      __path__: /l/b.log
                """;
        YamlValue labels = new YamlValue.Fields(List.of(
                new YamlValue.Field("service", text("c")), new YamlValue.Field("__path__", text("/l/c d*.log"))));
        YamlValue job = new YamlValue.Fields(List.of(
                new YamlValue.Field("job_name", text("c")),
                new YamlValue.Field(
                        "static_configs",
                        new YamlValue.Items(List.of(new YamlValue.Fields(List.of(
                                new YamlValue.Field("targets", YamlValue.texts(List.of("localhost"))),
                                new YamlValue.Field("labels", labels))))))));
        add("a log file for Promtail", targets, new YamlEdit.Append(YamlPath.of("scrape_configs"), job), targets + """

                        - job_name: c
                          static_configs:
                          - targets:
                            - localhost
                            labels:
                              service: c
                              __path__: '/l/c d*.log'
                        """);
        add(
                "a log file less for Promtail",
                targets,
                new YamlEdit.Remove(YamlPath.of("scrape_configs").item(0)),
                targets.replaceFirst("(?s)- job_name: a.*?\n\n", ""));
        String compose = """
                services:
                  promtail:
                    ports:\s
                      - "9080:9080"
                    volumes:
                      - ./promtail:/etc/promtail
                      - /l:/l # Update this
                    networks:
                      - lgtm-net
                """;
        add(
                "a volume for Promtail",
                compose,
                new YamlEdit.Append(YamlPath.of("services", "promtail", "volumes"), text("/m n:/m n:ro")),
                compose.replace("# Update this\n", "# Update this\n      - /m n:/m n:ro\n"));
    }
}
