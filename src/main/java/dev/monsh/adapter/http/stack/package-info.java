/** Unauthenticated requests to the servers of a stack. */
@NullMarked
package dev.monsh.adapter.http.stack;

import org.jspecify.annotations.NullMarked;
