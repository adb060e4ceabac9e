/** Finds mistakes in a stack's files before it is started: in each file, and between them. */
@NullMarked
package dev.monsh.stack.check;

import org.jspecify.annotations.NullMarked;
