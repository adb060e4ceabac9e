/** Exports whole ranges to files, part by part, resumable. */
@NullMarked
package dev.monsh.logs.export;

import org.jspecify.annotations.NullMarked;
