/** Sets of texts that regular expressions describe: enough of an algebra to prove that one holds another. */
@NullMarked
package dev.monsh.gateway.pattern;

import org.jspecify.annotations.NullMarked;
