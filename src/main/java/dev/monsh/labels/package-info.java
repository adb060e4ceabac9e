/** The labels that series of numbers and streams of lines are known by. */
@NullMarked
package dev.monsh.labels;

import org.jspecify.annotations.NullMarked;
