/** Finds places that should agree but do not: configuration, mappings, security group, tailnet, Grafana, stack. */
@NullMarked
package dev.monsh.across.drift;

import org.jspecify.annotations.NullMarked;
