/** PromQL: what is asked, and the sealed shapes of an answer. */
@NullMarked
package dev.monsh.metrics;

import org.jspecify.annotations.NullMarked;
