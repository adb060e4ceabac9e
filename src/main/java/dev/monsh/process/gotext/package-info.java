/** Text as a Go program sees it, and where a person wrote it. */
@NullMarked
package dev.monsh.process.gotext;

import org.jspecify.annotations.NullMarked;
