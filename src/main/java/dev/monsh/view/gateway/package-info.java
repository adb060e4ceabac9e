/** Shows mappings, checks and the tailnet. */
@NullMarked
package dev.monsh.view.gateway;

import org.jspecify.annotations.NullMarked;
