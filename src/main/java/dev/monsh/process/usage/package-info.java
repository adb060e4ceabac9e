/** What processes and their machine use: values and ports. */
@NullMarked
package dev.monsh.process.usage;

import org.jspecify.annotations.NullMarked;
