/** Finds risks in the gateway's nginx files. */
@NullMarked
package dev.monsh.gateway.audit;

import org.jspecify.annotations.NullMarked;
