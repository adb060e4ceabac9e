/** Shows groups, rules and explanations. */
@NullMarked
package dev.monsh.view.process;

import org.jspecify.annotations.NullMarked;
