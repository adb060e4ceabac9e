/** The state of each service as its engine, itself and its neighbours describe it. */
@NullMarked
package dev.monsh.stack.status;

import org.jspecify.annotations.NullMarked;
