/** The log files behind Promtail's targets, read without Promtail and Loki. */
@NullMarked
package dev.monsh.logs.files;

import org.jspecify.annotations.NullMarked;
