/**
 * A change to the gateway as a transaction on the machine itself: checked, tested, applied, watched, reverted if
 * needed.
 */
@NullMarked
package dev.monsh.gateway.transaction;

import org.jspecify.annotations.NullMarked;
