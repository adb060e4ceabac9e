/** Compose files, read as Compose reads them (compose-spec and compose-go), each value with its place. */
@NullMarked
package dev.monsh.adapter.yaml.compose;

import org.jspecify.annotations.NullMarked;
