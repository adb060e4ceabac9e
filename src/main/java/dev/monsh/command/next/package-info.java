/** The words for what a person can do next: which command, with which options. */
@NullMarked
package dev.monsh.command.next;

import org.jspecify.annotations.NullMarked;
