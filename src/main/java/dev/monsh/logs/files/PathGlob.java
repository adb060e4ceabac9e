package dev.monsh.logs.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of a target: a path, or a glob as Promtail's {@code __path__} takes it (see {@link GlobSyntax}). */
public final class PathGlob {

    private static final String WILD = "*?[{\\";

    private final String text;
    private final @Nullable String fault;
    private final List<List<Name>> alternatives = new ArrayList<>();

    /** Reads a path or a glob; a faulty glob matches nothing. */
    public PathGlob(String text) {
        this.text = text;
        this.fault = fault(text);
        if (fault == null) {
            for (String alternative : GlobSyntax.alternatives(text)) {
                alternatives.add(Arrays.stream(alternative.split("/"))
                        .filter(name -> !name.isEmpty() && !name.equals("."))
                        .map(Name::of)
                        .toList());
            }
        }
    }

    private static @Nullable String fault(String text) {
        try {
            Path _ = Path.of(text);
        } catch (InvalidPathException e) {
            return "not a path: " + e.getReason();
        }
        return GlobSyntax.isValid(text) ? null : "syntax error in pattern";
    }

    /** Returns why Promtail rejects the pattern. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Returns whether it is a glob, and not just the path of one file. */
    public boolean isGlob() {
        return firstWild() >= 0;
    }

    private int firstWild() {
        for (int i = 0; i < text.length(); i++) {
            if (WILD.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the deepest folder that all its files are in; {@code .} where a relative path names none. */
    public Path folder() {
        int wild = firstWild();
        int slash = text.lastIndexOf('/', wild < 0 ? text.length() : wild);
        return Path.of(slash < 0 ? "." : text.substring(0, Math.max(1, slash)));
    }

    /** Returns whether a path is one of its files. */
    public boolean matches(Path path) {
        if (path.toString().equals(text)) {
            return true;
        }
        if (path.isAbsolute() != text.startsWith("/")) {
            return false;
        }
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        names.removeIf("."::equals);
        return alternatives.stream().anyMatch(pattern -> matches(pattern, names));
    }

    private static boolean matches(List<Name> pattern, List<String> names) {
        if (pattern.isEmpty()) {
            return names.isEmpty();
        }
        Name first = pattern.getFirst();
        List<Name> rest = pattern.subList(1, pattern.size());
        if (first.isDeep()) {
            for (int i = 0; i <= names.size(); i++) {
                if (matches(rest, names.subList(i, names.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !names.isEmpty() && first.matches(names.getFirst()) && matches(rest, names.subList(1, names.size()));
    }

    /**
     * Returns its files that are there now, in the order of their paths. A file that bears the whole text as its name
     * comes before the pattern, as in Promtail; links to folders are followed; folders that can't be read have no files.
     */
    public Set<Path> find() {
        Set<Path> found = new TreeSet<>();
        if (fault != null && !fault.startsWith("syntax")) {
            return found;
        }
        Path literal = Path.of(text);
        if (Files.exists(literal) && (!isGlob() || !Files.isDirectory(literal))) {
            found.add(literal);
            return found;
        }
        if (isGlob()) {
            Path base = Path.of(text.startsWith("/") ? "/" : text.startsWith("./") ? "./" : "");
            alternatives.forEach(pattern -> find(base, pattern, List.of(), found));
        }
        return found;
    }

    /** Walks down; {@code above} are the folders that {@code **} has gone through, so that links in circles end. */
    private static void find(Path folder, List<Name> pattern, List<Path> above, Set<Path> found) {
        if (pattern.isEmpty()) {
            if (!folder.toString().isEmpty() && Files.exists(folder) && !Files.isDirectory(folder)) {
                found.add(folder);
            }
            return;
        }
        Name first = pattern.getFirst();
        List<Name> rest = pattern.subList(1, pattern.size());
        if (first.literal().isPresent()) {
            find(folder.resolve(first.literal().get()), rest, above, found);
        } else if (first.isDeep()) {
            find(folder, rest, above, found);
            deeper(folder, pattern, above, found);
        } else {
            for (Path each : entries(folder)) {
                if (first.matches(each.getFileName().toString())) {
                    find(each, rest, above, found);
                }
            }
        }
    }

    private static void deeper(Path folder, List<Name> pattern, List<Path> above, Set<Path> found) {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException gone) {
            return;
        }
        if (above.contains(real)) {
            return;
        }
        List<Path> here = new ArrayList<>(above);
        here.add(real);
        for (Path each : entries(folder)) {
            if (Files.isDirectory(each)) {
                find(each, pattern, here, found);
            } else if (pattern.size() == 1) {
                found.add(each);
            }
        }
    }

    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            return entries;
        }
        return entries;
    }

    @Override
    public String toString() {
        return text;
    }

    /** One name of a pattern. */
    private record Name(String glob, Optional<String> literal, Pattern pattern) {

        static Name of(String glob) {
            boolean plain = glob.chars().noneMatch(c -> WILD.indexOf(c) >= 0);
            return new Name(glob, plain ? Optional.of(glob) : Optional.empty(), GlobSyntax.name(glob));
        }

        boolean isDeep() {
            return glob.equals(GlobSyntax.DEEP);
        }

        boolean matches(String name) {
            return pattern.matcher(name).matches();
        }
    }
}
