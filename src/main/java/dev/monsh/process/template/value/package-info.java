/** The values of a name template. */
@NullMarked
package dev.monsh.process.template.value;

import org.jspecify.annotations.NullMarked;
