/** The names that servers have, for completion: kept on disk, asked for in the background, never waited for. */
@NullMarked
package dev.monsh.app.names;

import org.jspecify.annotations.NullMarked;
