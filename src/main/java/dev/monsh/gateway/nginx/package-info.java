/** nginx configuration files, read and edited without losing a byte: tokens, tree, splices, verification. */
@NullMarked
package dev.monsh.gateway.nginx;

import org.jspecify.annotations.NullMarked;
