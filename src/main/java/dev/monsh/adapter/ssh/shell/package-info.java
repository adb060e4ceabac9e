/** Command lines on a remote host. */
@NullMarked
package dev.monsh.adapter.ssh.shell;

import org.jspecify.annotations.NullMarked;
