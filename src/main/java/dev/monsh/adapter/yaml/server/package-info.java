/** The configuration of Prometheus, Loki and other servers, as far as checks need it. */
@NullMarked
package dev.monsh.adapter.yaml.server;

import org.jspecify.annotations.NullMarked;
