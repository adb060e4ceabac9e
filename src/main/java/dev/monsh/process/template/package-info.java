/**
 * As much of Go's text/template as group names use: pure, without I/O. The rules are those of Go 1.19 (text/template,
 * fmt, strconv); what they do not cover here is refused by name when a template is read.
 */
@NullMarked
package dev.monsh.process.template;

import org.jspecify.annotations.NullMarked;
