/** The processes of a machine: {@code /proc}, a copy of it, or the saved output of ps. */
@NullMarked
package dev.monsh.adapter.host;

import org.jspecify.annotations.NullMarked;
