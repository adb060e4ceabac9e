package dev.monsh.metrics;

/** The shapes that an answer to a query has (Prometheus HTTP API, "Expression query result formats"). */
public enum ResultType {
    VECTOR,
    MATRIX,
    SCALAR,
    STRING
}
