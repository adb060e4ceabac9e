/** process-exporter's configuration. */
@NullMarked
package dev.monsh.adapter.yaml.process;

import org.jspecify.annotations.NullMarked;
