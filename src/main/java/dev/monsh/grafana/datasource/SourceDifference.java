package dev.monsh.grafana.datasource;

/**
 * One thing in which a data source is not as it should be.
 *
 * @param field as Grafana's form calls it
 * @param found what is there; empty for nothing. Never a secret
 * @param wanted what should be there; empty for nothing. Never a secret
 */
public record SourceDifference(String field, String found, String wanted) {

    /** Returns it as one clause: {@code url: http://a:9090 -> http://a:9091}. */
    public String text() {
        return field + ": " + (found.isEmpty() ? "nothing" : found) + " -> " + (wanted.isEmpty() ? "nothing" : wanted);
    }
}
