/** Compares configuration files with what their servers have loaded. */
@NullMarked
package dev.monsh.adapter.yaml.loaded;

import org.jspecify.annotations.NullMarked;
