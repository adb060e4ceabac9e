/** The stack of servers that monitors a box: its services, their states, the engine that runs them, and the demo. */
@NullMarked
package dev.monsh.stack;

import org.jspecify.annotations.NullMarked;
