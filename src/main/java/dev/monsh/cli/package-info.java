/** The command model: typed calls, lexer, parser, help and reference. Knows no feature. */
@NullMarked
package dev.monsh.cli;

import org.jspecify.annotations.NullMarked;
