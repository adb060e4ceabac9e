package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlLines;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.LineStyle;
import java.util.OptionalInt;

/**
 * How a person indents a YAML file.
 *
 * @param lineEnd {@code \n} or {@code \r\n}
 * @param step how much further in the keys of a nested mapping stand than the key above them
 * @param listStep how much further in a dash stands than the key above it; 0 in the compact style
 * @param gap how many columns there are from a dash to what follows it; at least 2
 */
record YamlStyle(String lineEnd, int step, int listStep, int gap) {

    private static final int USUAL = 2;

    /** Reads the style of a node, and what it does not show from the nodes around it, the nearest first. */
    static YamlStyle of(YamlTarget target) {
        byte[] bytes = target.document().ownBytes();
        Search search = new Search(new YamlLines(bytes));
        for (YamlTarget around = target; around != null; around = around.parent()) {
            search.visit(around.node());
        }
        int step = search.step.orElse(USUAL);
        return new YamlStyle(
                LineStyle.of(bytes, "  ").lineEnd(),
                step,
                search.listStep.orElse(step),
                Math.max(USUAL, search.gap.orElse(USUAL)));
    }

    /** Finds the first place of each kind. */
    private static final class Search {

        private final YamlLines lines;
        private OptionalInt step = OptionalInt.empty();
        private OptionalInt listStep = OptionalInt.empty();
        private OptionalInt gap = OptionalInt.empty();

        Search(YamlLines lines) {
            this.lines = lines;
        }

        void visit(YamlNode node) {
            switch (node) {
                case YamlNode.Mapping mapping
                when !mapping.flow() -> mapping.entries().forEach(this::entry);
                case YamlNode.Sequence sequence when !sequence.flow() -> items(sequence);
                default -> {
                    // scalars and what stands in brackets show no indentation
                }
            }
        }

        private void entry(YamlNode.Entry entry) {
            int column = lines.column(entry.key().start());
            switch (entry.value()) {
                case YamlNode.Mapping mapping
                when !mapping.flow() && step.isEmpty() && mapping.tag() == null ->
                    step = further(
                            column,
                            lines.column(mapping.entries().getFirst().key().start()));
                case YamlNode.Sequence sequence
                when !sequence.flow() && listStep.isEmpty() ->
                    listStep = OptionalInt.of(Math.max(0, lines.column(lines.dash(sequence, 0)) - column));
                default -> {
                    // as above
                }
            }
            visit(entry.value());
        }

        private void items(YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                YamlNode item = sequence.items().get(i);
                int dash = lines.dash(sequence, i);
                if (gap.isEmpty() && item.start() < lines.lineEnd(dash) && item.end() > item.start()) {
                    gap = OptionalInt.of(item.start() - dash);
                }
                visit(item);
            }
        }

        private static OptionalInt further(int outer, int inner) {
            return inner > outer ? OptionalInt.of(inner - outer) : OptionalInt.empty();
        }
    }
}
