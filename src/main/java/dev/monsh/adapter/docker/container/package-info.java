/** Containers as the Docker engine reports them. */
@NullMarked
package dev.monsh.adapter.docker.container;

import org.jspecify.annotations.NullMarked;
