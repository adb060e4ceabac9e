/** Host keys. */
@NullMarked
package dev.monsh.adapter.ssh.knownhosts;

import org.jspecify.annotations.NullMarked;
