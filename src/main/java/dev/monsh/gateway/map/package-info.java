/** Changes to mappings: planned and verified, but not written yet. */
@NullMarked
package dev.monsh.gateway.map;

import org.jspecify.annotations.NullMarked;
