/** monsh's own configuration file. */
@NullMarked
package dev.monsh.adapter.yaml.box;

import org.jspecify.annotations.NullMarked;
