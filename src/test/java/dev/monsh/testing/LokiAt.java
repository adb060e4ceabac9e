package dev.monsh.testing;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.box.Endpoint;
import dev.monsh.logs.LogSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A Loki as the program talks to it, without credential. */
public final class LokiAt {

    private LokiAt() {}

    public static LogSource url(String url) {
        return url(url, Optional.empty());
    }

    /** Returns one that may take so long to answer. */
    public static LogSource url(String url, Optional<Duration> timeout) {
        return new HttpClients(Map.of(), secret -> "").loki(Endpoint.of(url), timeout);
    }
}
