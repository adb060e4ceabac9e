/** Adds what a plain {@code proxy_pass} lacks. */
@NullMarked
package dev.monsh.gateway.harden;

import org.jspecify.annotations.NullMarked;
