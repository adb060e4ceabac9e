/** Stand-ins for what a stack's core asks: the engine, the servers, and time. */
@NullMarked
package dev.monsh.testing.stack;

import org.jspecify.annotations.NullMarked;
