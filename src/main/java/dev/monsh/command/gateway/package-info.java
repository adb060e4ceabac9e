/** {@code gateway} and {@code tailscale}. */
@NullMarked
package dev.monsh.command.gateway;

import org.jspecify.annotations.NullMarked;
