/** Finds what is unsafe or costs money for nothing in the gateway's EC2 setup. */
@NullMarked
package dev.monsh.cloud.audit;

import org.jspecify.annotations.NullMarked;
