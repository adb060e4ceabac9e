/** The configuration of Prometheus, Loki and their like, as far as a check reads it. */
@NullMarked
package dev.monsh.adapter.yaml.server;

import org.jspecify.annotations.NullMarked;
