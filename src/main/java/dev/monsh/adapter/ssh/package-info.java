/** SSH through sshj: the way to the gateway, its host keys, the login, and scripts run there. */
@NullMarked
package dev.monsh.adapter.ssh;

import org.jspecify.annotations.NullMarked;
