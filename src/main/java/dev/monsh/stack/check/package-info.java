/** What is wrong with a stack's files before it is started: each by itself, and against each other. */
@NullMarked
package dev.monsh.stack.check;

import org.jspecify.annotations.NullMarked;
