/** Byte-exact edits of YAML files in place, verified by parsing the result. */
@NullMarked
package dev.monsh.adapter.yaml.edit;

import org.jspecify.annotations.NullMarked;
