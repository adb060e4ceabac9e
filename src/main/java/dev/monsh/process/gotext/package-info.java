/** Text as a Go program sees it, mapped back to where it was written. */
@NullMarked
package dev.monsh.process.gotext;

import org.jspecify.annotations.NullMarked;
