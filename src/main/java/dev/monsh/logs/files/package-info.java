/** The log files of Promtail's targets, read without Promtail or Loki. */
@NullMarked
package dev.monsh.logs.files;

import org.jspecify.annotations.NullMarked;
