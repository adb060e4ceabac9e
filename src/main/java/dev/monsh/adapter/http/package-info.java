/** OkHttp: the servers of the stack over HTTP. */
@NullMarked
package dev.monsh.adapter.http;

import org.jspecify.annotations.NullMarked;
