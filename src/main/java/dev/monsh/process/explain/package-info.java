/** Why a process is in its group, or in none. */
@NullMarked
package dev.monsh.process.explain;

import org.jspecify.annotations.NullMarked;
