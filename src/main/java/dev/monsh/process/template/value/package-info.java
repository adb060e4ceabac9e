/** The values that a name template computes with. */
@NullMarked
package dev.monsh.process.template.value;

import org.jspecify.annotations.NullMarked;
