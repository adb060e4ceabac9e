/** Loki's HTTP API. */
@NullMarked
package dev.monsh.adapter.http.loki;

import org.jspecify.annotations.NullMarked;
