/** Where the dashboard's numbers and lines come from: the features' ports, polled. */
@NullMarked
package dev.monsh.dashboard.source;

import org.jspecify.annotations.NullMarked;
