/**
 * What nginx does with a request: which location takes it, what is refused, and which path reaches the upstream. The model
 * follows nginx's own phases (src/http/ngx_http_core_module.c and the rewrite and proxy modules); where it can't tell, it
 * lets the request pass and says so.
 */
@NullMarked
package dev.monsh.gateway.traffic;

import org.jspecify.annotations.NullMarked;
