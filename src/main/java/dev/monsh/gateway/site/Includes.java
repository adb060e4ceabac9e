package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Says within which blocks of other files a file is included, by the names of the files. */
final class Includes {

    private final List<NginxFile> files;
    private final Map<NginxFile, List<Directive>> around = new HashMap<>();

    private Includes(List<NginxFile> files) {
        this.files = files;
    }

    /** Returns the blocks around each file, the outermost first; a file that none of the others includes has none. */
    static Map<NginxFile, List<Directive>> around(List<NginxFile> files) {
        Includes includes = new Includes(files);
        files.stream()
                .filter(file -> file.root().named("events").findAny().isPresent())
                .findFirst()
                .ifPresent(main -> includes.follow(
                        main, folder(main), List.of(), main.root().directives()));
        return includes.around;
    }

    private static String folder(NginxFile main) {
        int slash = main.name().lastIndexOf('/');
        return slash < 0 ? "" : main.name().substring(0, slash + 1);
    }

    private void follow(NginxFile from, String folder, List<Directive> blocks, List<Directive> directives) {
        for (Directive each : directives) {
            if (each.is("include")) {
                String pattern = each.argument(0).startsWith("/") ? each.argument(0) : folder + each.argument(0);
                for (NginxFile file : files) {
                    // the first place counts, which also ends a file that includes itself
                    if (file != from && matches(pattern, file.name()) && around.putIfAbsent(file, blocks) == null) {
                        follow(file, folder, blocks, file.root().directives());
                    }
                }
            } else if (each.block().isPresent()) {
                List<Directive> inner = new ArrayList<>(blocks);
                inner.add(each);
                follow(from, folder, List.copyOf(inner), each.children());
            }
        }
    }

    /** glob(3), as nginx uses it, knows no braces. */
    private static boolean matches(String pattern, String name) {
        if (pattern.equals(name)) {
            return true;
        }
        try {
            String escaped = pattern.replace("{", "\\{").replace("}", "\\}").replace("**", "*");
            return FileSystems.getDefault().getPathMatcher("glob:" + escaped).matches(Path.of(name));
        } catch (PatternSyntaxException | InvalidPathException e) {
            return false;
        }
    }
}
