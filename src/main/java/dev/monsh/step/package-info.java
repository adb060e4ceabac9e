/** Steps as values: look, act, look again. What makes something so in many places is a list of them. */
@NullMarked
package dev.monsh.step;

import org.jspecify.annotations.NullMarked;
