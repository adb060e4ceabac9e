/** How to reach a host, according to the user's SSH configuration. */
@NullMarked
package dev.monsh.adapter.ssh.config;

import org.jspecify.annotations.NullMarked;
