/** YAML files, by SnakeYAML: read with places, never printed anew. */
@NullMarked
package dev.monsh.adapter.yaml;

import org.jspecify.annotations.NullMarked;
