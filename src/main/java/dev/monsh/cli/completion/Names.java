package dev.monsh.cli.completion;

import dev.monsh.ql.Selector;
import java.util.List;

/**
 * The names that a server has, as far as they are known without waiting. Never fails: what isn't known is missing, and is
 * asked for meanwhile.
 */
public interface Names {

    /** No names. */
    Names NONE = new Names() {};

    /** Returns the names of metrics, with type and help. */
    default List<Name> metrics() {
        return List.of();
    }

    /** Returns the labels of what a selector selects; of everything where it is empty. */
    default List<Name> labels(Selector selector) {
        return List.of();
    }

    /** Returns the values of a label in what a selector selects. */
    default List<Name> values(String label, Selector selector) {
        return List.of();
    }

    /** Tells whether a metric exists, as far as is known: nothing is said against one while the names are unknown. */
    default boolean knows(String metric) {
        return true;
    }

    /** Tells whether a label exists anywhere on the server, as far as is known. */
    default boolean knowsLabel(String label) {
        return true;
    }

    /** Returns the fields that a parser finds in the log lines that a selector selects. */
    default List<Name> fields(Selector selector) {
        return List.of();
    }
}
