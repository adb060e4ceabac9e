/** A tail that survives restarts of the server, of the network and of what is between them. */
@NullMarked
package dev.monsh.logs.tail;

import org.jspecify.annotations.NullMarked;
