/** As much of LogQL as can be read without a server. */
@NullMarked
package dev.monsh.logs.ql;

import org.jspecify.annotations.NullMarked;
