/** PromQL: queries, and the sealed types of results. */
@NullMarked
package dev.monsh.metrics;

import org.jspecify.annotations.NullMarked;
