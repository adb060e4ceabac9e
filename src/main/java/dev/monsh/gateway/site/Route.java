package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Directive;
import java.util.List;

/**
 * A {@code proxy_pass}.
 *
 * @param chain the blocks that it stands in, the outermost first
 */
public record Route(List<Directive> chain, Directive proxyPass, Target target) {}
