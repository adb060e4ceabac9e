/** The gateway's nginx file, kept lossless, and its port mappings. */
@NullMarked
package dev.monsh.gateway;

import org.jspecify.annotations.NullMarked;
