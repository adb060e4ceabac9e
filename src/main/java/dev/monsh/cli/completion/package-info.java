/** Completion: what can come next in a command line. */
@NullMarked
package dev.monsh.cli.completion;

import org.jspecify.annotations.NullMarked;
