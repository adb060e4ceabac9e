/** Byte-splice edits of files that people wrote: only the meant bytes change, and that is proved. */
@NullMarked
package dev.monsh.edit;

import org.jspecify.annotations.NullMarked;
