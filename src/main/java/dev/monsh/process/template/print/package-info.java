/** Go's fmt and strconv packages, as far as templates use them. */
@NullMarked
package dev.monsh.process.template.print;

import org.jspecify.annotations.NullMarked;
