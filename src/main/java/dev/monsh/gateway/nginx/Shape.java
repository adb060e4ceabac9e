package dev.monsh.gateway.nginx;

import java.util.List;

/**
 * What a comment or directive says, without where it stands or how it is laid out. Two files of equal shapes are the same to
 * nginx, and to a reader of their comments.
 *
 * @param words values, every character one byte; a comment has none
 * @param comments a comment's own text, or those between a directive's words
 */
record Shape(List<String> words, List<String> comments, boolean block, String lua, List<Shape> children) {

    static Shape of(Comment comment) {
        return new Shape(List.of(), List.of(comment.raw()), false, "", List.of());
    }

    static Shape of(Directive directive, List<String> words, List<Shape> children) {
        List<String> comments = directive.comments().stream().map(Comment::raw).toList();
        return new Shape(words, comments, directive.block().isPresent(), directive.lua(), children);
    }

    static List<Shape> of(Block block) {
        return block.items().stream().map(Shape::of).toList();
    }

    private static Shape of(Item item) {
        return switch (item) {
            case Comment comment -> of(comment);
            case Directive directive ->
                of(
                        directive,
                        directive.words().stream().map(Word::value).toList(),
                        directive.block().map(Shape::of).orElse(List.of()));
        };
    }
}
