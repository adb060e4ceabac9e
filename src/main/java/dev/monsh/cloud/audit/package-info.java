/** What can do harm, or costs money for nothing, about the gateway in EC2. */
@NullMarked
package dev.monsh.cloud.audit;

import org.jspecify.annotations.NullMarked;
