/** Docker and Docker Compose, through the docker program: what it can reach, rootless engines and remote ones, monsh can. */
@NullMarked
package dev.monsh.adapter.docker;

import org.jspecify.annotations.NullMarked;
