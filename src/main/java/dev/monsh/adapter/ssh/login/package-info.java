/** Login with keys. */
@NullMarked
package dev.monsh.adapter.ssh.login;

import org.jspecify.annotations.NullMarked;
