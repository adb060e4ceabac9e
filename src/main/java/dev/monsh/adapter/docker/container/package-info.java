/** Containers as an engine shows them. */
@NullMarked
package dev.monsh.adapter.docker.container;

import org.jspecify.annotations.NullMarked;
