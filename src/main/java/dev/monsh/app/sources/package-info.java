/** Where the commands get what they ask: every port with the adapter that the configuration and the process's own surroundings choose for it. */
@NullMarked
package dev.monsh.app.sources;

import org.jspecify.annotations.NullMarked;
