/** What can do harm in the files of a gateway. */
@NullMarked
package dev.monsh.gateway.audit;

import org.jspecify.annotations.NullMarked;
