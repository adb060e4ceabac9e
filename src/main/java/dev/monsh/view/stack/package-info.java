/** Shows services, findings, drift and progress. */
@NullMarked
package dev.monsh.view.stack;

import org.jspecify.annotations.NullMarked;
