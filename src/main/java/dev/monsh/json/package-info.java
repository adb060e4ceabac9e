/** Small JSON answers as trees, for adapters that talk JSON. */
@NullMarked
package dev.monsh.json;

import org.jspecify.annotations.NullMarked;
