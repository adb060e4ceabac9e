/**
 * A change of the gateway as a transaction on the machine itself: looked at, tested, put in place, watched, taken
 * back.
 */
@NullMarked
package dev.monsh.gateway.transaction;

import org.jspecify.annotations.NullMarked;
