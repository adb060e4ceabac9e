/** The servers' programs, found or fetched from Debian's packages. */
@NullMarked
package dev.monsh.adapter.nativeengine.packages;

import org.jspecify.annotations.NullMarked;
