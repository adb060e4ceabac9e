package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** The one JSON factory. */
public final class Json {

    /** Log lines and label values can be long; what bounds them is the server's own limit. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(256 * 1024 * 1024)
                    .build())
            .build();

    private Json() {}
}
