/** The machines of a tailnet, as one machine's Tailscale knows them. */
@NullMarked
package dev.monsh.tailnet;

import org.jspecify.annotations.NullMarked;
