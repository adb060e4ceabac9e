/** Running a stack's services: the port {@code Engine}, with its requests and answers. */
@NullMarked
package dev.monsh.stack.engine;

import org.jspecify.annotations.NullMarked;
