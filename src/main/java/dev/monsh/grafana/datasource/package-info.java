/** The data sources of a box: how they should be, what has to change, and whether data and live tail work. */
@NullMarked
package dev.monsh.grafana.datasource;

import org.jspecify.annotations.NullMarked;
