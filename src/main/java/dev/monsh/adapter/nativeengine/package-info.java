/** Runs a stack's servers and the demo's workers as plain processes that outlive monsh and can be found again. */
@NullMarked
package dev.monsh.adapter.nativeengine;

import org.jspecify.annotations.NullMarked;
