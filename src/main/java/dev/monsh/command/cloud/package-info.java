/** The commands about the gateway's machine in EC2. */
@NullMarked
package dev.monsh.command.cloud;

import org.jspecify.annotations.NullMarked;
