package dev.monsh.adapter.yaml.process;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.adapter.yaml.YamlPath;
import dev.monsh.adapter.yaml.edit.YamlEdit;
import dev.monsh.adapter.yaml.edit.YamlEditor;
import dev.monsh.adapter.yaml.edit.YamlValue;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Counted;
import dev.monsh.failure.Problem;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.rule.RuleEditor;
import dev.monsh.process.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds and removes rules in place. Files with a key that stands twice are refused: their readers differ on it. */
public final class ProcessExporterConfigEditor implements RuleEditor {

    private static final String NAMES = "process_names";
    private static final YamlPath RULES = YamlPath.of(NAMES);

    private final YamlEditor editor = new YamlEditor();

    @Override
    public byte[] add(String file, byte[] content, RuleText rule, OptionalInt before) {
        YamlDocument document = YamlDocument.parse(file, content).single();
        return editor.apply(document, addition(document, value(rule), before)).bytes();
    }

    private static YamlEdit addition(YamlDocument document, YamlValue rule, OptionalInt before) {
        if (before.isPresent()) {
            return new YamlEdit.Insert(RULES, index(document, before.getAsInt()), rule);
        }
        boolean there = document.root() instanceof YamlNode.Mapping root && root.entry(NAMES) != null;
        return there
                ? new YamlEdit.Append(RULES, rule)
                : new YamlEdit.Add(YamlPath.of(), NAMES, new YamlValue.Items(List.of(rule)));
    }

    @Override
    public byte[] remove(String file, byte[] content, int rule) {
        YamlDocument document = YamlDocument.parse(file, content).single();
        return editor.apply(document, new YamlEdit.Remove(RULES.item(index(document, rule))))
                .bytes();
    }

    /** Returns the index, from 0, of a rule: items that can't be rules have no number. */
    private static int index(YamlDocument document, int rule) {
        List<YamlNode> items = items(document);
        int number = 0;
        for (int i = 0; i < items.size(); i++) {
            YamlNode item = items.get(i).resolved();
            boolean counts =
                    item instanceof YamlNode.Mapping || (item instanceof YamlNode.Scalar scalar && scalar.isNull());
            number += counts ? 1 : 0;
            if (counts && number == rule) {
                return i;
            }
        }
        throw new ConfigurationException(List.of(new Problem(
                document.file(), 0, 0, "no rule " + rule + "; the file has " + Counted.of(number, "rule"))));
    }

    private static List<YamlNode> items(YamlDocument document) {
        YamlNode.Entry names = document.root() instanceof YamlNode.Mapping root ? root.entry(NAMES) : null;
        return names != null && names.value().resolved() instanceof YamlNode.Sequence sequence
                ? sequence.items()
                : List.of();
    }

    private static YamlValue value(RuleText rule) {
        List<YamlValue.Field> fields = new ArrayList<>();
        rule.name().ifPresent(name -> fields.add(new YamlValue.Field("name", YamlValue.text(name.value()))));
        list("comm", rule.comm(), fields);
        list("exe", rule.exe(), fields);
        list("cmdline", rule.cmdline(), fields);
        return new YamlValue.Fields(fields);
    }

    private static void list(String key, Optional<List<SourceText>> entries, List<YamlValue.Field> fields) {
        entries.ifPresent(list -> fields.add(new YamlValue.Field(
                key, YamlValue.texts(list.stream().map(SourceText::value).toList()))));
    }
}
