package dev.monsh.gateway.nginx;

import java.util.List;
import java.util.Optional;

/**
 * A directive with its parameters, and its block where it has one.
 *
 * @param end the offset after its {@code ;} or closing brace
 * @param words its name and its parameters
 * @param comments those between its words
 * @param lua the program of a {@code *_by_lua_block}, whose block is empty
 */
public record Directive(int end, List<Word> words, List<Comment> comments, Optional<Block> block, String lua)
        implements Item {

    @Override
    public int start() {
        return words.getFirst().start();
    }

    /** Returns the first word. */
    public String name() {
        return words.getFirst().text();
    }

    /** Returns whether this is its name. */
    public boolean is(String name) {
        return name().equals(name);
    }

    /** Returns the parameters. */
    public List<String> arguments() {
        return words.stream().skip(1).map(Word::text).toList();
    }

    /** Returns a parameter, counted from 0, or the empty string where there are fewer. */
    public String argument(int index) {
        return index + 1 < words.size() ? words.get(index + 1).text() : "";
    }

    /** Returns a directive without a block as it is written, in one line. */
    public String text() {
        return Word.decoded(String.join(" ", words.stream().map(Word::raw).toList())) + ";";
    }

    /** Returns those of a name in its block, in their order. */
    public List<Directive> children(String name) {
        return block.map(inside -> inside.all(name)).orElse(List.of());
    }

    /** Returns the directives of its block. */
    public List<Directive> children() {
        return block.map(Block::directives).orElse(List.of());
    }
}
