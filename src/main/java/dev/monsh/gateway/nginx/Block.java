package dev.monsh.gateway.nginx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands between braces, or a whole file. Its directives can be asked for by name however many there are: what holds in
 * one of a thousand servers is looked up in the block around them a hundred times.
 */
public final class Block {

    private final int open;
    private final int close;
    private final List<Item> items;
    private final List<Directive> directives;
    private @Nullable Map<String, List<Directive>> byName;

    /**
     * Takes the items in their order.
     *
     * @param open the offset after the opening brace; 0 for a file
     * @param close the offset of the closing brace; its length for a file
     */
    public Block(int open, int close, List<Item> items) {
        this.open = open;
        this.close = close;
        this.items = List.copyOf(items);
        this.directives = items.stream()
                .filter(Directive.class::isInstance)
                .map(Directive.class::cast)
                .toList();
    }

    /** Returns the offset after the opening brace; 0 for a file. */
    public int open() {
        return open;
    }

    /** Returns the offset of the closing brace; its length for a file. */
    public int close() {
        return close;
    }

    /** Returns directives and comments in their order. */
    public List<Item> items() {
        return items;
    }

    /** Returns the directives in their order. */
    public List<Directive> directives() {
        return directives;
    }

    /** Returns the directives of a name in their order. */
    public Stream<Directive> named(String name) {
        return all(name).stream();
    }

    /** Returns the same as a list. */
    List<Directive> all(String name) {
        Map<String, List<Directive>> index = byName;
        if (index == null) {
            // made by two threads it is the same twice
            index = directives.stream()
                    .collect(Collectors.groupingBy(Directive::name, HashMap::new, Collectors.toUnmodifiableList()));
            byName = index;
        }
        return index.getOrDefault(name, List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof Block block
                        && open == block.open
                        && close == block.close
                        && items.equals(block.items));
    }

    @Override
    public int hashCode() {
        return Objects.hash(open, close, items);
    }

    @Override
    public String toString() {
        return "Block[" + open + ", " + close + ", " + items + "]";
    }
}
