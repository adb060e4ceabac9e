/** Shows the gateway's machine in EC2, its rules and its steps. */
@NullMarked
package dev.monsh.view.cloud;

import org.jspecify.annotations.NullMarked;
