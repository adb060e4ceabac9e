/** Processes of a machine: from {@code /proc}, a copy of it, or saved ps output. */
@NullMarked
package dev.monsh.adapter.host;

import org.jspecify.annotations.NullMarked;
