/** The gateway's machine in EC2: values, and the ports to the account that it belongs to. */
@NullMarked
package dev.monsh.cloud;

import org.jspecify.annotations.NullMarked;
