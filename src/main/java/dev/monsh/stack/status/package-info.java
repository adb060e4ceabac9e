/** The state of each service, as its engine, the service itself and its neighbours report it. */
@NullMarked
package dev.monsh.stack.status;

import org.jspecify.annotations.NullMarked;
