package dev.monsh.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that results can have ({@code -o}). Each command has some of them. */
public enum OutputFormat {
    TABLE,
    TSV,
    CSV,
    JSON,
    JSONL,
    RAW,
    GRAPH,
    YAML;

    /** Returns the name as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the form of that name. */
    public static Optional<OutputFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** Returns the names of some forms, as a usage error lists them. */
    public static String words(List<OutputFormat> formats) {
        return String.join("|", formats.stream().map(OutputFormat::word).toList());
    }
}
