/** The data sources of a box: what they should be, what has to change, and whether data and live lines come through. */
@NullMarked
package dev.monsh.grafana.datasource;

import org.jspecify.annotations.NullMarked;
