/** The gateway's nginx file, kept lossless, and the port mappings in it. */
@NullMarked
package dev.monsh.gateway;

import org.jspecify.annotations.NullMarked;
