/** What containers were made of, beside what Compose would make. */
@NullMarked
package dev.monsh.adapter.docker.observe;

import org.jspecify.annotations.NullMarked;
