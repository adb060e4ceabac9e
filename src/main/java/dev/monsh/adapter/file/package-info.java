/** Files that monsh keeps for itself, as JSON: positions of tails and the state of exports. */
@NullMarked
package dev.monsh.adapter.file;

import org.jspecify.annotations.NullMarked;
