/** Edits of YAML files in place, byte by byte, proved on contents. */
@NullMarked
package dev.monsh.adapter.yaml.edit;

import org.jspecify.annotations.NullMarked;
