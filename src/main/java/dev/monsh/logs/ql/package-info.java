/** LogQL without a server: selectors and line filters for searching files, and what can come next at the cursor. */
@NullMarked
package dev.monsh.logs.ql;

import org.jspecify.annotations.NullMarked;
