/** The command model: typed calls, lexer, parser, help and reference. Independent of all features. */
@NullMarked
package dev.monsh.cli;

import org.jspecify.annotations.NullMarked;
