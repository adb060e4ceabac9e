package dev.monsh.gateway.nginx;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between braces, or a whole file.
 *
 * @param open the offset after the opening brace; 0 for a file
 * @param close the offset of the closing brace; its length for a file
 */
public record Block(int open, int close, List<Item> items) {

    /** Returns the directives in their order. */
    public List<Directive> directives() {
        return items.stream()
                .filter(Directive.class::isInstance)
                .map(Directive.class::cast)
                .toList();
    }

    /** Returns the directives of a name in their order. */
    public Stream<Directive> named(String name) {
        return directives().stream().filter(each -> each.is(name));
    }
}
