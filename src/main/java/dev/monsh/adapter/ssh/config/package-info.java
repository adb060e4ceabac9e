/** How a host is reached, from the user's own SSH configuration. */
@NullMarked
package dev.monsh.adapter.ssh.config;

import org.jspecify.annotations.NullMarked;
