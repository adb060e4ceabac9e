/** A gateway on this machine: a real sshd and a real nginx, on loopback, in a mount namespace of their own. */
@NullMarked
package dev.monsh.testing.gateway;

import org.jspecify.annotations.NullMarked;
