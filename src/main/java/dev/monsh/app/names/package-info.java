/** Names from servers for completion: cached on disk, refreshed in the background, never waited for. */
@NullMarked
package dev.monsh.app.names;

import org.jspecify.annotations.NullMarked;
