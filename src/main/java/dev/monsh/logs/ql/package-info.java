/**
 * LogQL, read without a server: selectors and line filters that files can be searched with, and what may stand at the cursor
 * while an expression is typed.
 */
@NullMarked
package dev.monsh.logs.ql;

import org.jspecify.annotations.NullMarked;
