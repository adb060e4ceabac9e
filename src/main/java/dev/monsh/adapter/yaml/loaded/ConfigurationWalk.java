package dev.monsh.adapter.yaml.loaded;

import dev.monsh.adapter.yaml.loaded.ConfigurationValue.Fields;
import dev.monsh.adapter.yaml.loaded.ConfigurationValue.Items;
import dev.monsh.adapter.yaml.loaded.ConfigurationValue.Scalar;
import dev.monsh.stack.Redaction;
import dev.monsh.stack.drift.ConfigurationDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Goes through a file and what was loaded side by side. Whatever the file says has to be there with the same meaning; what
 * is there besides has to be a default.
 */
final class ConfigurationWalk {

    private static final String NOTHING = ConfigurationDifference.NOTHING;
    /** The keys that tell the entries of a list apart. */
    private static final List<String> IDENTITIES = List.of("job_name", "name", "url");

    private final Dialect dialect;
    private final Fields root;
    private final List<ConfigurationDifference> found = new ArrayList<>();

    ConfigurationWalk(Dialect dialect, Fields root) {
        this.dialect = dialect;
        this.root = root;
    }

    List<ConfigurationDifference> differences(Fields declared) {
        fields("", declared, root);
        return found;
    }

    private void fields(String path, Fields declared, Fields running) {
        declared.fields().forEach((key, value) -> {
            ConfigurationValue loaded = running.fields().get(key);
            if (loaded != null && !isNothing(value)) {
                compare(below(path, key), value, loaded);
            } else if (loaded == null && !value.isEmpty() && !dialect.isPrintedOtherwise(key, running)) {
                differ(below(path, key), NOTHING, ShownValue.of(key, value));
            }
        });
        Dialect.Context context = new Dialect.Context(declared, running, root);
        running.fields().forEach((key, value) -> {
            ConfigurationValue wanted = declared.fields().get(key);
            boolean absent = wanted == null || isNothing(wanted);
            if (absent && dialect.isFromEarlierText(last(path), key, value, context)) {
                differ(below(path, key), ShownValue.of(key, value), NOTHING);
            }
        });
    }

    private static boolean isNothing(ConfigurationValue value) {
        return value instanceof Scalar(String _, boolean nothing) && nothing;
    }

    private void compare(String path, ConfigurationValue declared, ConfigurationValue running) {
        if (declared instanceof Fields one && running instanceof Fields other) {
            fields(path, one, other);
        } else if (declared instanceof Items one && running instanceof Items other) {
            items(path, one.items(), other.items());
        } else if (!isSame(path, declared, running)) {
            differ(path, ShownValue.of(last(path), running), ShownValue.of(last(path), declared));
        }
    }

    private boolean isSame(String path, ConfigurationValue declared, ConfigurationValue running) {
        if (declared instanceof Scalar one && running instanceof Scalar other) {
            return ScalarMeaning.same(one.text(), other.text()) || dialect.isMadeOf(path, one.text(), other.text());
        }
        return declared.isEmpty() && running.isEmpty();
    }

    private void items(String path, List<ConfigurationValue> declared, List<ConfigurationValue> running) {
        boolean flat = Stream.concat(declared.stream(), running.stream()).allMatch(Scalar.class::isInstance);
        if (flat) {
            scalars(path, declared, running);
            return;
        }
        Map<String, ConfigurationValue> wanted = named(declared);
        Map<String, ConfigurationValue> loaded = named(running);
        wanted.forEach((name, value) -> {
            ConfigurationValue other = loaded.get(name);
            if (other == null) {
                differ(path + name, NOTHING, ShownValue.of(last(path), value));
            } else {
                compare(path + name, value, other);
            }
        });
        loaded.forEach((name, value) -> {
            if (!wanted.containsKey(name)) {
                differ(path + name, ShownValue.of(last(path), value), NOTHING);
            }
        });
    }

    private void scalars(String path, List<ConfigurationValue> declared, List<ConfigurationValue> running) {
        boolean same = declared.size() == running.size();
        for (int i = 0; same && i < declared.size(); i++) {
            same = isSame(path, declared.get(i), running.get(i));
        }
        if (!same) {
            differ(path, ShownValue.of(last(path), new Items(running)), ShownValue.of(last(path), new Items(declared)));
        }
    }

    /** Entries with the same name, or without one, are distinguished by their place. */
    private static Map<String, ConfigurationValue> named(List<ConfigurationValue> items) {
        Map<String, ConfigurationValue> named = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String name = name(items.get(i));
            String key = name.isEmpty() ? "[" + i + "]" : "[" + name + "]";
            named.put(named.containsKey(key) ? "[" + name + " " + i + "]" : key, items.get(i));
        }
        return named;
    }

    private static String name(ConfigurationValue item) {
        return item instanceof Fields fields
                ? IDENTITIES.stream()
                        .map(fields::text)
                        .filter(text -> !text.isEmpty())
                        .map(Redaction::shown)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private void differ(String path, String running, String declared) {
        found.add(new ConfigurationDifference(path, running, declared));
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Returns the last key of a path, without the entry of a list. */
    private static String last(String path) {
        String keys = path.replaceFirst("\\[[^\\[\\]]*]$", "");
        return keys.substring(keys.lastIndexOf('.') + 1);
    }
}
