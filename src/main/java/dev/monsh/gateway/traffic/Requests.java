package dev.monsh.gateway.traffic;

import dev.monsh.gateway.pattern.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A set of requests that nginx treats alike so far.
 *
 * @param uri their paths as nginx compares them: decoded, without arguments
 * @param methods such as {@code GET}
 * @param line the path and arguments as the client sent them; empty where they are not known
 * @param located whether the location's prefix may still be replaced by the path of {@code proxy_pass}
 * @param internal whether nginx itself has led them here
 * @param variables those set to a text that is known
 * @param doubt why the set may be larger than what nginx lets through; empty where it is exact
 */
public record Requests(
        Language uri,
        Language methods,
        Optional<String> line,
        boolean located,
        boolean internal,
        Map<String, String> variables,
        Optional<String> doubt) {

    /** A method is a token; nginx takes upper case, underscores and hyphens (ngx_http_parse.c). */
    private static final Language METHODS = Language.matching("^[A-Z_-]+$", false)
            .orElseThrow()
            .minus(Language.matching("\n", false).orElseThrow());

    public Requests {
        variables = Map.copyOf(variables);
    }

    /** Returns all requests that a client can make. */
    public static Requests all() {
        return new Requests(
                Language.startingWith("/"), METHODS, Optional.empty(), true, false, Map.of(), Optional.empty());
    }

    /**
     * Returns one request.
     *
     * @param path as nginx compares it
     * @param line the path and arguments as the client sent them
     */
    public static Requests of(String method, String path, String line) {
        return new Requests(
                Language.of(path), Language.of(method), Optional.of(line), true, false, Map.of(), Optional.empty());
    }

    boolean isEmpty() {
        return uri.isEmpty() || methods.isEmpty();
    }

    Requests at(Language paths) {
        return new Requests(paths, methods, line, located, internal, variables, doubt);
    }

    Requests by(Language some) {
        return new Requests(uri, some, line, located, internal, variables, doubt);
    }

    /** Returns them with a path that nginx has put together. */
    Requests rewritten(Language paths, boolean breaks) {
        return new Requests(paths, methods, line, located && !breaks, true, variables, doubt);
    }

    /** Returns them on an internal way of nginx's own, which replaces everything but GET and HEAD. */
    Requests redirected(Language paths) {
        Language reading = Language.of("GET").or(Language.of("HEAD"));
        return new Requests(paths, reading, line, true, true, variables, doubt);
    }

    /** Returns them on an internal way that keeps the method. */
    Requests led(Language paths) {
        return new Requests(paths, methods, line, true, true, variables, doubt);
    }

    Requests inside() {
        return new Requests(uri, methods, line, located, true, variables, doubt);
    }

    Requests with(String variable, Optional<String> value) {
        Map<String, String> changed = new HashMap<>(variables);
        value.ifPresentOrElse(text -> changed.put(variable, text), () -> changed.remove(variable));
        return new Requests(uri, methods, line, located, internal, changed, doubt);
    }

    /** Returns them with a doubt; the first one is kept. */
    Requests doubting(String why) {
        return doubt.isPresent()
                ? this
                : new Requests(uri, methods, line, located, internal, variables, Optional.of(why));
    }
}
