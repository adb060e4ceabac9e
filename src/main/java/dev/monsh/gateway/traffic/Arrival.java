package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.pattern.Language;
import java.util.Optional;

/**
 * Requests that reach an upstream.
 *
 * @param proxyPass the directive that sends them there
 * @param paths what the upstream is asked for
 * @param methods by which
 * @param doubt why some of them may be stopped all the same; empty where all of them arrive
 */
public record Arrival(Directive proxyPass, Language paths, Language methods, Optional<String> doubt) {}
