package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;

/** Edits of keys and items that are removed. */
final class RemovalCases extends EditCaseList {

    @Override
    void fill() {
        removedItems();
        removedKeys();
        lastEntries();
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
}
