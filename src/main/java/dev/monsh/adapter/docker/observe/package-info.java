/** How containers were created, compared with what Compose would create now. */
@NullMarked
package dev.monsh.adapter.docker.observe;

import org.jspecify.annotations.NullMarked;
