package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlPath;
import java.util.Optional;

/** One change of one node of a document. */
public sealed interface YamlEdit {

    /** Returns the node that is changed, or whose keys or items are. */
    YamlPath path();

    /**
     * Gives a scalar another value, quoted as the old one was. A value that was left out may become anything, any other
     * one only a scalar.
     */
    record Set(YamlPath path, YamlValue value) implements YamlEdit {}

    /**
     * Adds a key to a mapping, or to a value that was left out.
     *
     * @param before the key to put it in front of; empty to put it last
     */
    record Add(YamlPath path, String key, YamlValue value, Optional<String> before) implements YamlEdit {

        /** Adds a key behind the others. */
        public Add(YamlPath path, String key, YamlValue value) {
            this(path, key, value, Optional.empty());
        }
    }

    /** Puts an item into a list, or into a value that was left out, so that it has this index, counted from 0. */
    record Insert(YamlPath path, int index, YamlValue value) implements YamlEdit {}

    /** Adds an item behind the others of a list, or to a value that was left out. */
    record Append(YamlPath path, YamlValue value) implements YamlEdit {}

    /**
     * Removes a key with its value, or an item. Comments on its own lines go with it; so do the comment lines directly
     * above it that begin in its column, unless they are the first lines of the file, and those directly below it that
     * are further in. What is left of a collection that loses its last entry is {@code []} or <code>{}</code>.
     */
    record Remove(YamlPath path) implements YamlEdit {}
}
