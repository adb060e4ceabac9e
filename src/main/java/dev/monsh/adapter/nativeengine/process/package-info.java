/** Child processes that outlive monsh, and how they are recognised later. */
@NullMarked
package dev.monsh.adapter.nativeengine.process;

import org.jspecify.annotations.NullMarked;
