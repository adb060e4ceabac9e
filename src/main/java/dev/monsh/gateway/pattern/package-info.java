/** Sets of strings that regular expressions describe: enough algebra to prove that one contains another. */
@NullMarked
package dev.monsh.gateway.pattern;

import org.jspecify.annotations.NullMarked;
