/** The {@code cmdline} regexes of rules in Go's syntax. */
@NullMarked
package dev.monsh.process.regex;

import org.jspecify.annotations.NullMarked;
