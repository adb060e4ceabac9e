/** Promtail's configuration, and the Compose volumes that it needs. */
@NullMarked
package dev.monsh.adapter.yaml.promtail;

import org.jspecify.annotations.NullMarked;
