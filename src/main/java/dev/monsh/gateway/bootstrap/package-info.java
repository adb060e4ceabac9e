/** From a bare Debian or Ubuntu to a gateway: nginx, the site, and Tailscale, step by step. */
@NullMarked
package dev.monsh.gateway.bootstrap;

import org.jspecify.annotations.NullMarked;
