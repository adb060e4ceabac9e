/**
 * What query languages have in common while somebody types: tokens, places and what may stand there. Nothing is evaluated,
 * and no text makes it fail.
 */
@NullMarked
package dev.monsh.ql;

import org.jspecify.annotations.NullMarked;
