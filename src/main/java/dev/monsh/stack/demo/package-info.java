/** The sample stack. */
@NullMarked
package dev.monsh.stack.demo;

import org.jspecify.annotations.NullMarked;
