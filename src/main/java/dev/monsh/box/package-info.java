/** A box (an AIBOX), the current box, and the values of the configuration file. */
@NullMarked
package dev.monsh.box;

import org.jspecify.annotations.NullMarked;
