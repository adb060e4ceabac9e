/** The command line: one class of commands per noun, each with its options, call and view. */
@NullMarked
package dev.monsh.command;

import org.jspecify.annotations.NullMarked;
