/** The machines of a tailnet, as Tailscale on one of them knows the others. */
@NullMarked
package dev.monsh.tailnet;

import org.jspecify.annotations.NullMarked;
