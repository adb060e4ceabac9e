/** A Grafana on loopback that answers as its API's documentation and sources say. */
@NullMarked
package dev.monsh.testing.grafana;

import org.jspecify.annotations.NullMarked;
