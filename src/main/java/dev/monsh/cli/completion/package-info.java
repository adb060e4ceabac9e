/** What may stand at a place of a command line. */
@NullMarked
package dev.monsh.cli.completion;

import org.jspecify.annotations.NullMarked;
