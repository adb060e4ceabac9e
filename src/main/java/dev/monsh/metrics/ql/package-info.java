/** PromQL while it is being typed: what can come next at the cursor, the tokens, and the errors. */
@NullMarked
package dev.monsh.metrics.ql;

import org.jspecify.annotations.NullMarked;
