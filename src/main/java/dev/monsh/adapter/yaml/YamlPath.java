package dev.monsh.adapter.yaml;

import java.util.ArrayList;
import java.util.List;

/** A way from the root of a document to one node, for instance {@code services.promtail.volumes[0]}. */
public record YamlPath(List<Step> steps) {

    /** One step down. */
    public sealed interface Step {

        /** To the value of a key. */
        record Key(String name) implements Step {}

        /** To an item, counted from 0. */
        record Item(int index) implements Step {}
    }

    public YamlPath {
        steps = List.copyOf(steps);
    }

    /** Returns the path from the root through these keys; without keys the root itself. */
    public static YamlPath of(String... keys) {
        YamlPath path = new YamlPath(List.of());
        for (String key : keys) {
            path = path.key(key);
        }
        return path;
    }

    /** Returns the path to the value of a key of the mapping that this one leads to. */
    public YamlPath key(String name) {
        return and(new Step.Key(name));
    }

    /** Returns the path to an item, counted from 0, of the list that this one leads to. */
    public YamlPath item(int index) {
        return and(new Step.Item(index));
    }

    private YamlPath and(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(longer);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.Key(String name) ->
                    text.append(text.isEmpty() ? "" : ".").append(name);
                case Step.Item(int index) -> text.append('[').append(index).append(']');
            }
        }
        return text.isEmpty() ? "the root" : text.toString();
    }
}
