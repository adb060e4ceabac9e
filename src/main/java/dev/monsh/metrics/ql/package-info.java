/** PromQL while it is typed: what may stand at the cursor, what the parts are, what can't be right. */
@NullMarked
package dev.monsh.metrics.ql;

import org.jspecify.annotations.NullMarked;
