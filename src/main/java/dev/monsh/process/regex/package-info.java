/** The {@code cmdline} regexes of rules, in Go syntax. */
@NullMarked
package dev.monsh.process.regex;

import org.jspecify.annotations.NullMarked;
