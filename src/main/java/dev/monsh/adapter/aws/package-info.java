/** EC2 and SSM over the AWS SDK, in a jar of its own that only the commands about EC2 load. */
@NullMarked
package dev.monsh.adapter.aws;

import org.jspecify.annotations.NullMarked;
