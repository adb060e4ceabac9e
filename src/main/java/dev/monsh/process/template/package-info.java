/**
 * The part of Go's text/template that group names use: pure, without I/O. The rules are those of Go 1.19
 * (text/template, fmt, strconv); anything else is rejected by name when a template is read.
 */
@NullMarked
package dev.monsh.process.template;

import org.jspecify.annotations.NullMarked;
