/** The gateway's machine in EC2: values, and the ports to the AWS account. */
@NullMarked
package dev.monsh.cloud;

import org.jspecify.annotations.NullMarked;
