package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Block;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.Item;
import dev.monsh.gateway.nginx.NginxFile;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Follows {@code include} among the files that are at hand, as nginx does when it reads its configuration. */
final class Includes {

    /** A file may include itself; nginx ends that with an error. */
    private static final int DEEPEST = 10;

    private final List<NginxFile> files;
    private final Optional<NginxFile> main;
    /** A thousand files of servers may include one and the same file. */
    private final Map<String, List<NginxFile>> matching = new HashMap<>();

    /** Takes the files in the order in which nginx reads them. */
    Includes(List<NginxFile> files) {
        this.files = List.copyOf(files);
        this.main = files.stream()
                .filter(file -> file.root().named("events").findAny().isPresent())
                .findFirst();
    }

    /** Returns nginx's main file; empty where only a part of the configuration is at hand. */
    Optional<NginxFile> main() {
        return main;
    }

    /** Returns the files that an {@code include} names; empty where they are not at hand. */
    Optional<List<NginxFile>> of(Directive include) {
        String name = include.argument(0);
        if (main.isEmpty()) {
            return Optional.empty();
        }
        String pattern = name.startsWith("/") ? name : folder(main.get()) + name;
        List<NginxFile> found = matching.computeIfAbsent(pattern, this::find);
        // a main file alone is not the whole configuration, which has a file of types at least
        boolean mayBeNone = files.size() > 1 && pattern.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        return found.isEmpty() && !mayBeNone ? Optional.empty() : Optional.of(found);
    }

    private List<NginxFile> find(String pattern) {
        return files.stream().filter(file -> matches(pattern, file.name())).toList();
    }

    /** Returns a block with the files it includes in their places; the same one where there are none. */
    Directive expanded(Directive directive) {
        return expanded(directive, 0);
    }

    private Directive expanded(Directive directive, int depth) {
        if (directive.block().isEmpty() || !includes(directive)) {
            return directive;
        }
        Block block = directive.block().get();
        List<Item> items = new ArrayList<>();
        for (Directive each : block.directives()) {
            add(items, each, depth);
        }
        Block whole = new Block(block.open(), block.close(), List.copyOf(items));
        return new Directive(
                directive.end(), directive.words(), directive.comments(), Optional.of(whole), directive.lua());
    }

    private void add(List<Item> items, Directive each, int depth) {
        Optional<List<NginxFile>> found = each.is("include") && depth < DEEPEST ? of(each) : Optional.empty();
        if (found.isEmpty()) {
            items.add(expanded(each, depth));
            return;
        }
        for (NginxFile file : found.get()) {
            file.root().directives().forEach(inner -> add(items, inner, depth + 1));
        }
    }

    private static boolean includes(Directive directive) {
        return directive.children().stream().anyMatch(each -> each.is("include") || includes(each));
    }

    private static String folder(NginxFile main) {
        int slash = main.name().lastIndexOf('/');
        return slash < 0 ? "" : main.name().substring(0, slash + 1);
    }

    /** glob(3), as nginx uses it, knows no braces. */
    private static boolean matches(String pattern, String name) {
        if (pattern.equals(name)) {
            return true;
        }
        try {
            String escaped = pattern.replace("{", "\\{").replace("}", "\\}").replace("**", "*");
            boolean hidden = name.substring(name.lastIndexOf('/') + 1).startsWith(".")
                    && !pattern.substring(pattern.lastIndexOf('/') + 1).startsWith(".");
            return !hidden
                    && FileSystems.getDefault()
                            .getPathMatcher("glob:" + escaped)
                            .matches(Path.of(name));
        } catch (PatternSyntaxException | InvalidPathException e) {
            return false;
        }
    }
}
