package dev.monsh.adapter.yaml.loaded;

import dev.monsh.adapter.yaml.loaded.ConfigurationValue.Fields;
import java.util.Set;

/** What is peculiar to a server's configuration. */
interface Dialect {

    /** Mappings whose keys are the user's own, and lists that are never there by default. */
    Set<String> OWN_KEYS = Set.of("labels", "external_labels", "params");

    /** Returns whether a value that differs from the file's is what the server makes of it. */
    boolean isMadeOf(String path, String declared, String running);

    /** Returns whether a setting that the file does not have can't be a default, and so was loaded from an earlier text. */
    boolean isFromEarlierText(String parent, String key, ConfigurationValue value, Context context);

    /** Returns whether a setting of the file that the server does not print is printed as another one. */
    boolean isPrintedOtherwise(String key, Fields running);

    /**
     * Where a setting stands.
     *
     * @param declared the mapping in the file
     * @param running the mapping that the server prints
     * @param root all that the server prints
     */
    record Context(Fields declared, Fields running, Fields root) {}
}
