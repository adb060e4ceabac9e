/** Resource usage of processes and their machine: values and ports. */
@NullMarked
package dev.monsh.process.usage;

import org.jspecify.annotations.NullMarked;
