/** The command line: definitions, lexer, parser, and one class of commands a noun. */
@NullMarked
package dev.monsh.command;

import org.jspecify.annotations.NullMarked;
