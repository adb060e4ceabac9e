package dev.monsh.app.names;

import dev.monsh.cli.completion.Name;
import dev.monsh.os.NewFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of one server on disk, for its owner only. A line for each question: {@code ?}, the seconds since 1970 of the
 * answer, the question; then a line for each name: the name, its kind, its help. Cells are separated by tabs, and tabs, line
 * feeds and backslashes in them are escaped. It is a cache: what can't be read is not there, what can't be written is lost.
 */
final class NameFile {

    private static final String FIRST_LINE = "monsh names 1";
    private static final int MOST_QUESTIONS = 300;

    private final Path file;

    NameFile(Path file) {
        this.file = file;
    }

    /** Returns all answers by question, the oldest first. */
    Map<String, KnownNames> read() {
        Map<String, KnownNames> all = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (!FIRST_LINE.equals(lines.readLine())) {
                return all;
            }
            List<Name> names = new ArrayList<>();
            String[] question = {};
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length != 3) {
                    return all;
                }
                if (cells[0].equals("?")) {
                    put(all, question, names);
                    question = cells;
                    names = new ArrayList<>();
                } else {
                    names.add(new Name(meant(cells[0]), meant(cells[1]), meant(cells[2])));
                }
            }
            put(all, question, names);
        } catch (IOException | NumberFormatException e) {
            // no cache, or a damaged one: the server is asked again
        }
        return all;
    }

    private static void put(Map<String, KnownNames> all, String[] question, List<Name> names) {
        if (question.length == 3) {
            all.put(meant(question[2]), new KnownNames(names, Instant.ofEpochSecond(Long.parseLong(question[1]))));
        }
    }

    /** Writes all answers, the newest of them where there are too many. */
    void write(Map<String, KnownNames> all) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            StringBuilder out = new StringBuilder(FIRST_LINE + "\n");
            for (Map.Entry<String, KnownNames> each : all.entrySet().stream()
                    .skip(Math.max(0, all.size() - MOST_QUESTIONS))
                    .toList()) {
                KnownNames known = each.getValue();
                line(out, "?", String.valueOf(known.asOf().getEpochSecond()), each.getKey());
                for (Name name : known.names()) {
                    line(out, name.text(), name.kind(), name.help());
                }
            }
            try (NewFile written = NewFile.beside(file)) {
                written.write(out.toString().getBytes(StandardCharsets.UTF_8));
                written.replace(file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // a cache that can't be kept is no failure
        }
    }

    private static void line(StringBuilder out, String first, String second, String third) {
        // a name that is a question mark alone would be read as a question
        out.append(first.equals("?") && !isSeconds(second) ? "\\q" : written(first))
                .append('\t')
                .append(written(second))
                .append('\t')
                .append(written(third))
                .append('\n');
    }

    private static boolean isSeconds(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    private static String written(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String meant(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            out.append(kind == 't' ? '\t' : kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == 'q' ? '?' : kind);
        }
        return out.toString();
    }
}
