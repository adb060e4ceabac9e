/** The gateway as a remote machine: runs scripts there and probes its ports. */
@NullMarked
package dev.monsh.gateway.host;

import org.jspecify.annotations.NullMarked;
