/** Byte-exact edits of files that people wrote: only the intended bytes change, and that is verified. */
@NullMarked
package dev.monsh.edit;

import org.jspecify.annotations.NullMarked;
