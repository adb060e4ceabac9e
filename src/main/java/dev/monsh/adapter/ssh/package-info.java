/** SSH through sshj: the connection to the gateway, host keys, login, and scripts run there. */
@NullMarked
package dev.monsh.adapter.ssh;

import org.jspecify.annotations.NullMarked;
