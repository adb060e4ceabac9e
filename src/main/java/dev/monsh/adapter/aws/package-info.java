/** EC2 and SSM through the AWS SDK, in a separate jar that only the EC2 commands load. */
@NullMarked
package dev.monsh.adapter.aws;

import org.jspecify.annotations.NullMarked;
