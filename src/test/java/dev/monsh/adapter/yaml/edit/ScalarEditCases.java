package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;

/** Edits of values that are replaced. */
final class ScalarEditCases extends EditCaseList {

    @Override
    void fill() {
        scalars();
        quotes();
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
}
