/** Bringing a whole box in, and taking it out again: steps over all the places that have to agree. */
@NullMarked
package dev.monsh.across.onboard;

import org.jspecify.annotations.NullMarked;
