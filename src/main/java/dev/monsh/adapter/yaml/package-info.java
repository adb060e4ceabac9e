/** YAML files through SnakeYAML: read with positions, edited byte by byte; and the configuration file. */
@NullMarked
package dev.monsh.adapter.yaml;

import org.jspecify.annotations.NullMarked;
