/** The meaning of the gateway's nginx files: servers, listen addresses, targets, mappings. */
@NullMarked
package dev.monsh.gateway.site;

import org.jspecify.annotations.NullMarked;
