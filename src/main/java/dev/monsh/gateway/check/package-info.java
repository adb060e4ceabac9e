/** Checks the path from this machine to every box, hop by hop. */
@NullMarked
package dev.monsh.gateway.check;

import org.jspecify.annotations.NullMarked;
