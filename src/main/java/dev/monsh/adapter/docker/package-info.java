/**
 * Docker and Docker Compose through the docker program, so monsh reaches every engine that docker reaches,
 * including rootless and remote ones.
 */
@NullMarked
package dev.monsh.adapter.docker;

import org.jspecify.annotations.NullMarked;
