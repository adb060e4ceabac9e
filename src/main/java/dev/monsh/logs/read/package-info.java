/** Reading every line of a range, page by page, without loss or repeats. */
@NullMarked
package dev.monsh.logs.read;

import org.jspecify.annotations.NullMarked;
