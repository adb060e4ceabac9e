package dev.monsh.gateway.map;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.gateway.nginx.Block;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import java.util.List;
import java.util.Optional;

/** The place in a file where servers of {@code http} belong. */
public record HttpBlock(NginxFile file, Block block) {

    /**
     * Returns the last {@code http} block, or the whole file where another one includes it.
     *
     * @throws ConfigurationException where it is a main file without {@code http}
     */
    public static HttpBlock of(NginxFile file) {
        Optional<Directive> main = file.root().directives().stream()
                .filter(each -> each.is("events") || each.is("stream") || each.is("mail"))
                .findFirst();
        return find(file)
                .orElseThrow(() -> new ConfigurationException(List.of(
                        file.problem(main.orElseThrow().start(), "this file has no http block to put a mapping in"))));
    }

    /** Returns the place, or nothing in a main file without {@code http}. */
    static Optional<HttpBlock> find(NginxFile file) {
        Optional<Block> http =
                file.root().named("http").reduce((first, last) -> last).flatMap(Directive::block);
        boolean main = file.root().directives().stream()
                .anyMatch(each -> each.is("events") || each.is("stream") || each.is("mail"));
        return http.or(() -> main ? Optional.empty() : Optional.of(file.root()))
                .map(block -> new HttpBlock(file, block));
    }

    public Optional<Directive> connectionMap() {
        return block.directives().stream().filter(MappingBlock::isConnectionMap).findFirst();
    }
}
