package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Block;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An {@code include} around servers whose file is not at hand: it may hold servers, also for the ports of the others.
 *
 * @param file where it stands
 */
public record UnreadInclude(NginxFile file, Directive include) {

    /** Returns those of a configuration. */
    static List<UnreadInclude> in(List<NginxFile> files) {
        Includes includes = new Includes(files);
        List<UnreadInclude> found = new ArrayList<>();
        files.forEach(file -> collect(file, file.root(), includes, found));
        return List.copyOf(found);
    }

    private static void collect(NginxFile file, Block block, Includes includes, List<UnreadInclude> found) {
        for (Directive each : block.directives()) {
            if (each.is("include")) {
                // every nginx comes with this file, which has the types of files in it
                boolean types = each.argument(0).equals("mime.types")
                        || each.argument(0).endsWith("/mime.types");
                if (!types && includes.of(each).isEmpty()) {
                    found.add(new UnreadInclude(file, each));
                }
            } else if (each.is("http") || each.is("stream")) {
                Optional<Block> inner = each.block();
                inner.ifPresent(inside -> collect(file, inside, includes, found));
            }
        }
    }

    /** Returns its line, counted from 1. */
    public int line() {
        return file.line(include.start());
    }
}
