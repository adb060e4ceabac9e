package dev.monsh.dashboard.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the {@code service} label under which a process group logs. Nothing ties the two but the names that people give
 * them: the label is the group's name, one of the rule's captures, or what the name begins with, up to a separator.
 */
public final class ServiceOfGroup {

    private static final String SEPARATORS = "-_:./@ ";

    private ServiceOfGroup() {}

    /** Returns the label that fits best; empty where none does. */
    public static Optional<String> find(GroupReading group, Collection<String> labels) {
        if (group.isUngrouped()) {
            return Optional.empty();
        }
        if (labels.contains(group.name())) {
            return Optional.of(group.name());
        }
        return longest(labels, group.name())
                .or(() -> labels.stream().filter(group.captures()::contains).max(byLength()));
    }

    /** A separator of the label may be another one in the name: {@code agent_stream05} and {@code agent-stream05}. */
    private static Optional<String> longest(Collection<String> labels, String name) {
        String plainName = plain(name);
        return labels.stream()
                .filter(label -> !label.isEmpty() && begins(plainName, plain(label)))
                .max(byLength());
    }

    private static boolean begins(String name, String label) {
        return name.startsWith(label) && (name.length() == label.length() || name.charAt(label.length()) == '-');
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(SEPARATORS.indexOf(c) >= 0 ? '-' : c);
        }
        return plain.toString();
    }

    private static Comparator<String> byLength() {
        return Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    }
}
