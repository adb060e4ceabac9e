/** The first step with a gateway: getting to know its key, and finding the file with the mappings. */
@NullMarked
package dev.monsh.gateway.connect;

import org.jspecify.annotations.NullMarked;
