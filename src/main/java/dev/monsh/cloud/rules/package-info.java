/** Opening and closing ports of the gateway's security group. */
@NullMarked
package dev.monsh.cloud.rules;

import org.jspecify.annotations.NullMarked;
