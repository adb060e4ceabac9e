/** The Compose stack, its services and their states. */
@NullMarked
package dev.monsh.stack;

import org.jspecify.annotations.NullMarked;
