/** What runs the services of a stack: the port {@code Engine} and what it is asked and answers. */
@NullMarked
package dev.monsh.stack.engine;

import org.jspecify.annotations.NullMarked;
