/** Programs of the servers, found on the machine or downloaded as Debian packages. */
@NullMarked
package dev.monsh.adapter.nativeengine.packages;

import org.jspecify.annotations.NullMarked;
