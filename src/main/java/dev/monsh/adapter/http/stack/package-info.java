/** What is asked of a stack's servers without credentials. */
@NullMarked
package dev.monsh.adapter.http.stack;

import org.jspecify.annotations.NullMarked;
