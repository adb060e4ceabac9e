/** The lexer and parser of name templates. */
@NullMarked
package dev.monsh.process.template.parse;

import org.jspecify.annotations.NullMarked;
