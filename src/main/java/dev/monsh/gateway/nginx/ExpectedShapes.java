package dev.monsh.gateway.nginx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Says what the tree must be after some edits, from the tree before and what the edits mean. */
final class ExpectedShapes {

    private final NginxFile before;
    private final List<NginxEdit> edits;

    ExpectedShapes(NginxFile before, List<NginxEdit> edits) {
        this.before = before;
        this.edits = edits;
    }

    List<Shape> shapes() {
        List<NginxEdit.Replace> replacements = edits.stream()
                .filter(NginxEdit.Replace.class::isInstance)
                .map(NginxEdit.Replace.class::cast)
                .toList();
        return shapes(before.root(), replacements);
    }

    /** Returns a block's shapes; all the replacements lie within its braces. */
    private List<Shape> shapes(Block block, List<NginxEdit.Replace> replacements) {
        List<Shape> shapes = new ArrayList<>();
        List<NginxEdit.Replace> here =
                replacements.stream().filter(each -> isIn(block, each)).toList();
        int inserted = 0;
        for (Item item : block.items()) {
            while (inserted < here.size() && here.get(inserted).start() <= item.start()) {
                shapes.addAll(fragment(here.get(inserted++)));
            }
            if (here.stream().noneMatch(each -> covers(each, item))) {
                shapes.add(shape(item, replacements));
            }
        }
        while (inserted < here.size()) {
            shapes.addAll(fragment(here.get(inserted++)));
        }
        here.forEach(each -> requireMeant(block, each));
        return shapes;
    }

    /** Tells whether a replacement happens in this block itself, and in no block within it. */
    private static boolean isIn(Block block, NginxEdit.Replace edit) {
        return block.directives().stream()
                .noneMatch(child ->
                        child.block().filter(inner -> contains(inner, edit)).isPresent());
    }

    private static boolean contains(Block block, NginxEdit.Replace edit) {
        return block.open() <= edit.start() && edit.end() <= block.close();
    }

    private static boolean covers(NginxEdit.Replace edit, Item item) {
        return edit.start() <= item.start() && item.end() <= edit.end() && edit.start() < edit.end();
    }

    private static void requireMeant(Block block, NginxEdit.Replace edit) {
        List<Item> covered =
                block.items().stream().filter(item -> covers(edit, item)).toList();
        boolean cut = block.items().stream()
                .anyMatch(item -> !covers(edit, item) && item.start() < edit.end() && edit.start() < item.end());
        if (cut || !covered.equals(edit.removed())) {
            throw new IllegalArgumentException("an edit of bytes " + edit.start() + " to " + edit.end() + " takes "
                    + covered.size() + " items, and " + edit.removed().size() + " were meant");
        }
    }

    private Shape shape(Item item, List<NginxEdit.Replace> replacements) {
        return switch (item) {
            case Comment comment -> Shape.of(comment);
            case Directive directive -> {
                List<Shape> children = directive
                        .block()
                        .map(block -> shapes(
                                block,
                                replacements.stream()
                                        .filter(each -> contains(block, each))
                                        .toList()))
                        .orElse(List.of());
                yield Shape.of(directive, values(directive), children);
            }
        };
    }

    private List<String> values(Directive directive) {
        for (NginxEdit edit : edits) {
            if (edit instanceof NginxEdit.SetArguments(Directive changed, List<String> arguments)
                    && changed.equals(directive)) {
                List<String> values = new ArrayList<>();
                values.add(directive.words().getFirst().value());
                arguments.forEach(each -> values.add(NginxEdit.raw(each)));
                return values;
            }
        }
        return directive.words().stream().map(this::value).toList();
    }

    private String value(Word word) {
        for (NginxEdit edit : edits) {
            if (edit instanceof NginxEdit.SetWord(Word changed, String text) && changed.equals(word)) {
                return NginxEdit.raw(text);
            }
        }
        return word.value();
    }

    private List<Shape> fragment(NginxEdit.Replace edit) {
        byte[] bytes = edit.raw().getBytes(StandardCharsets.ISO_8859_1);
        return Shape.of(NginxFile.parse("what is to be inserted", bytes).root());
    }
}
