package dev.monsh.adapter.http.client;

import java.io.IOException;

/** Sends a request and waits for the head of the answer. Redirects are answers like others. */
@FunctionalInterface
public interface Transport {

    HttpAnswer send(HttpRequest request) throws IOException;
}
