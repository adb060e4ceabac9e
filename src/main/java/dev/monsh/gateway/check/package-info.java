/** The way from here to every box, hop by hop. */
@NullMarked
package dev.monsh.gateway.check;

import org.jspecify.annotations.NullMarked;
