package dev.monsh.adapter.ssh.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Options as {@code ssh -G} prints them: a keyword in lower case and its value, one a line, some of them repeated. */
final class SshOptions {

    private final Map<String, List<String>> values;

    private SshOptions(Map<String, List<String>> values) {
        this.values = values;
    }

    static SshOptions parse(String text) {
        Map<String, List<String>> values = new HashMap<>();
        for (String line : text.split("\n")) {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                values.computeIfAbsent(line.substring(0, blank).toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(line.substring(blank + 1).strip());
            }
        }
        return new SshOptions(values);
    }

    List<String> all(String keyword) {
        return values.getOrDefault(keyword, List.of());
    }

    /** Returns a value; empty also where it is {@code none}. */
    Optional<String> one(String keyword) {
        return all(keyword).stream().filter(value -> !value.equals("none")).findFirst();
    }

    Optional<Integer> number(String keyword) {
        return one(keyword).filter(value -> value.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    boolean yes(String keyword) {
        return all(keyword).contains("yes");
    }

    /** Returns the blank-separated words of a value. */
    List<String> words(String keyword) {
        return one(keyword).map(value -> List.of(value.split("\\s+"))).orElse(List.of());
    }
}
