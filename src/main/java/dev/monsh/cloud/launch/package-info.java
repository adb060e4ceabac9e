/** Making a gateway in EC2, taking one over, and ending it, as steps that look before they act. */
@NullMarked
package dev.monsh.cloud.launch;

import org.jspecify.annotations.NullMarked;
