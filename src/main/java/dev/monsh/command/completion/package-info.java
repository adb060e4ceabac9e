/** What can stand at the cursor of a line: worked out from the definitions of the commands, apart from any terminal. */
@NullMarked
package dev.monsh.command.completion;

import org.jspecify.annotations.NullMarked;
