/** Compose files, read as Compose reads them (compose-spec and compose-go), with the position of each value. */
@NullMarked
package dev.monsh.adapter.yaml.compose;

import org.jspecify.annotations.NullMarked;
