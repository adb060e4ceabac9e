/** The configuration as it is understood. */
@NullMarked
package dev.monsh.view.box;

import org.jspecify.annotations.NullMarked;
