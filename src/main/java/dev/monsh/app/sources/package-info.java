/** Provides the commands with their ports, using the adapters that the configuration and environment select. */
@NullMarked
package dev.monsh.app.sources;

import org.jspecify.annotations.NullMarked;
