/** The places that have to agree about a box, as the configuration defines them. */
@NullMarked
package dev.monsh.app.places;

import org.jspecify.annotations.NullMarked;
