/** Proposes a rule for a process. */
@NullMarked
package dev.monsh.process.suggest;

import org.jspecify.annotations.NullMarked;
