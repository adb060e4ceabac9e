package dev.monsh.grafana.datasource;

import java.util.Optional;

/** Asks what is behind a data source: through Grafana's proxy, or straight at its address. Calls have a time limit. */
public interface SourceProbe {

    /** Returns the address that is asked, as it may be shown. */
    String address();

    /**
     * Asks a Prometheus for {@code up}.
     *
     * @throws dev.monsh.failure.MonshException as any query
     */
    TargetCount targets();

    /**
     * Asks a Prometheus for the first series of an expression.
     *
     * @return the series and its value, as PromQL writes them; empty where there is none
     * @throws dev.monsh.failure.MonshException as any query
     */
    Optional<String> metric(String expression);

    /**
     * Asks a Loki for its newest line.
     *
     * @return empty where no line is in the last hour
     * @throws dev.monsh.failure.MonshException as any query
     */
    Optional<NewestLine> newestLine();

    /** Opens a live tail of a Loki and closes it again. Never fails. */
    TailAnswer tail();
}
