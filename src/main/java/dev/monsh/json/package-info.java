/** Small JSON answers as trees, for the adapters whose other end speaks JSON. */
@NullMarked
package dev.monsh.json;

import org.jspecify.annotations.NullMarked;
