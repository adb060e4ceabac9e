/** Where the dashboard's numbers and lines come from: the features' own ports, asked again and again. */
@NullMarked
package dev.monsh.dashboard.source;

import org.jspecify.annotations.NullMarked;
