/** Shows the configuration, differences and onboarding steps. */
@NullMarked
package dev.monsh.view.box;

import org.jspecify.annotations.NullMarked;
