/** A tail that survives restarts of the server, the network and anything in between. */
@NullMarked
package dev.monsh.logs.tail;

import org.jspecify.annotations.NullMarked;
