package dev.monsh.process.template;

import java.util.List;

/**
 * A place of a template that reads the process.
 *
 * @param position index of the character in the template
 * @param path the fields, outermost first: {@code Matches, id} for {@code .Matches.id} and for {@code index .Matches
 *     "id"}; empty for the dot or {@code $} alone
 */
public record FieldUse(int position, List<String> path) {

    public FieldUse {
        path = List.copyOf(path);
    }
}
