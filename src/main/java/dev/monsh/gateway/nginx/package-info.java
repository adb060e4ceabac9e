/** nginx configuration files, read and edited without losing a byte: tokens, tree, splices, proof. */
@NullMarked
package dev.monsh.gateway.nginx;

import org.jspecify.annotations.NullMarked;
