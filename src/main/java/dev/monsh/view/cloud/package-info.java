/** How the gateway's machine in EC2, its rules and its steps look. */
@NullMarked
package dev.monsh.view.cloud;

import org.jspecify.annotations.NullMarked;
