package dev.monsh.ql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions and aggregations of a language, read from a table beside its grammar. */
public final class Vocabulary {

    private final Map<String, Callable> byName = new LinkedHashMap<>();
    private final List<Word> words;

    private Vocabulary(List<String> lines) {
        lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Callable::ofLine)
                .forEach(callable -> byName.put(callable.name(), callable));
        words = byName.values().stream().map(Callable::word).toList();
    }

    /** Reads the table of a language. */
    public static Vocabulary of(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the table " + resource + " is missing from the program");
            }
            return new Vocabulary(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the function or aggregation of a name; aggregations are known in any case, as in Prometheus. */
    public Optional<Callable> find(String name) {
        Callable exact = byName.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT))).filter(Callable::aggregation);
    }

    /** Returns all of them as words, in the order of the table. */
    public List<Word> words() {
        return words;
    }
}
