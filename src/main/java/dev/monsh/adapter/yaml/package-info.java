/** YAML files with SnakeYAML: read with places, edited byte by byte, and the configuration file. */
@NullMarked
package dev.monsh.adapter.yaml;

import org.jspecify.annotations.NullMarked;
