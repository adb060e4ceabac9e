/** An EC2 for tests: moto behind a proxy that is as strict as AWS. */
@NullMarked
package dev.monsh.testing.cloud;

import org.jspecify.annotations.NullMarked;
