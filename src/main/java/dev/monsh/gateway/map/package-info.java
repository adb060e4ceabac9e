/** Changes of mappings: planned, proved, not yet written. */
@NullMarked
package dev.monsh.gateway.map;

import org.jspecify.annotations.NullMarked;
