/** The places that have to agree about a box, as the configuration names them. */
@NullMarked
package dev.monsh.app.places;

import org.jspecify.annotations.NullMarked;
