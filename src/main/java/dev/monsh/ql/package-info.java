/**
 * The common part of query languages while they are typed: tokens, places and what can come next. Nothing is
 * evaluated, and no input makes it fail.
 */
@NullMarked
package dev.monsh.ql;

import org.jspecify.annotations.NullMarked;
