package dev.monsh.logfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code __path__} of Promtail, in the syntax of the library that it uses for globs (bmatcuk/doublestar): {@code *} and
 * {@code ?} within one name, {@code **} for any number of folders, {@code [a-z]}, {@code [^a-z]}, <code>{a,b}</code>, and a
 * backslash before a character that is meant as it is.
 */
public final class PathGlob {

    private static final String META = "*?[{\\";
    private static final String ANY_FOLDERS = "**";

    private final String text;
    private final List<List<String>> alternatives;

    private PathGlob(String text) {
        this.text = text;
        this.alternatives = expanded(text).stream()
                .map(each ->
                        List.of(each.substring(each.startsWith("/") ? 1 : 0).split("/", -1)))
                .toList();
    }

    /** Takes an absolute path or glob. */
    public static PathGlob of(String text) {
        return new PathGlob(text);
    }

    /** Returns whether it is a glob, and not just the path of one file. */
    public boolean isGlob() {
        return text.chars().anyMatch(c -> META.indexOf(c) >= 0);
    }

    /** Returns the deepest folder that all its files are in. */
    public String folder() {
        int end = 0;
        while (end < text.length() && META.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int slash = text.lastIndexOf('/', end == text.length() ? end : end - 1);
        return slash <= 0 ? "/" : text.substring(0, slash);
    }

    /** Returns whether an absolute path is one of its files. */
    public boolean matches(String path) {
        List<String> names =
                List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
        return alternatives.stream().anyMatch(segments -> matches(segments, names));
    }

    private static boolean matches(List<String> segments, List<String> names) {
        if (segments.isEmpty()) {
            return names.isEmpty();
        }
        List<String> later = segments.subList(1, segments.size());
        if (segments.getFirst().equals(ANY_FOLDERS)) {
            return matches(later, names) || (!names.isEmpty() && matches(segments, names.subList(1, names.size())));
        }
        return !names.isEmpty()
                && pattern(segments.getFirst()).matcher(names.getFirst()).matches()
                && matches(later, names.subList(1, names.size()));
    }

    /** Returns its files that are there now, in the order of their paths; folders that can't be read have none. */
    public Set<Path> find() {
        Set<Path> found = new TreeSet<>();
        alternatives.forEach(segments -> find(Path.of("/"), segments, found));
        return found;
    }

    private static void find(Path folder, List<String> segments, Set<Path> found) {
        String segment = segments.getFirst();
        List<String> later = segments.subList(1, segments.size());
        boolean anyFolders = segment.equals(ANY_FOLDERS);
        if (anyFolders && !later.isEmpty()) {
            find(folder, later, found);
        }
        if (!anyFolders && segment.chars().noneMatch(c -> META.indexOf(c) >= 0)) {
            step(folder.resolve(segment), later, found);
            return;
        }
        for (Path entry : entries(folder)) {
            if (!anyFolders) {
                if (pattern(segment).matcher(entry.getFileName().toString()).matches()) {
                    step(entry, later, found);
                }
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                find(entry, segments, found);
            } else if (later.isEmpty()) {
                found.add(entry);
            }
        }
    }

    private static void step(Path entry, List<String> later, Set<Path> found) {
        if (!later.isEmpty()) {
            find(entry, later, found);
        } else if (Files.exists(entry)) {
            found.add(entry);
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Pattern pattern(String segment) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            int close = c == '[' ? segment.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                regex.append(characters(segment.substring(i + 1, close)));
                i = close;
            } else {
                i += c == '\\' && i + 1 < segment.length() ? 1 : 0;
                regex.append(Pattern.quote(String.valueOf(segment.charAt(i))));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String characters(String inner) {
        boolean negated = inner.startsWith("^") || inner.startsWith("!");
        String items = inner.substring(negated ? 1 : 0)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("&", "\\&")
                .replace("^", "\\^");
        return "[" + (negated ? "^" : "") + items + "]";
    }

    /** Returns the globs that the braces stand for, the outermost first. */
    private static List<String> expanded(String glob) {
        int open = glob.indexOf('{');
        int close = open < 0 ? -1 : closing(glob, open);
        if (close < 0) {
            return List.of(glob);
        }
        List<String> all = new ArrayList<>();
        int start = open + 1;
        int depth = 0;
        for (int i = open + 1; i <= close; i++) {
            char c = glob.charAt(i);
            if (depth == 0 && (c == ',' || i == close)) {
                all.addAll(expanded(glob.substring(0, open) + glob.substring(start, i) + glob.substring(close + 1)));
                start = i + 1;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return all;
    }

    private static int closing(String glob, int open) {
        int depth = 0;
        for (int i = open; i < glob.length(); i++) {
            depth += glob.charAt(i) == '{' ? 1 : glob.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return text;
    }
}
