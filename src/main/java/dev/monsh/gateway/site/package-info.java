/** What the nginx files of a gateway say: servers, listen addresses, targets, mappings. */
@NullMarked
package dev.monsh.gateway.site;

import org.jspecify.annotations.NullMarked;
