/** Launching, adopting and terminating a gateway in EC2, as steps that look before they act. */
@NullMarked
package dev.monsh.cloud.launch;

import org.jspecify.annotations.NullMarked;
