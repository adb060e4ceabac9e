/** What tests need beside the code they test: fakes of the ports, servers with faults, and the program run from outside. */
@NullMarked
package dev.monsh.testing;

import org.jspecify.annotations.NullMarked;
