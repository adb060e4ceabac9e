package dev.monsh.metrics;

import java.util.List;

/**
 * What fills the head block ({@code status/tsdb}).
 *
 * @param series series in the head
 * @param chunks chunks in the head
 * @param tables the server's lists, the most numerous first
 */
public record Cardinality(long series, long chunks, List<Ranking> tables) {

    public Cardinality {
        tables = List.copyOf(tables);
    }

    /**
     * One list.
     *
     * @param subject what is counted: {@code series by metric}, {@code values by label} and so on
     */
    public record Ranking(String subject, List<Count> counts) {

        public Ranking {
            counts = List.copyOf(counts);
        }
    }

    /** A name and how much of it there is; bytes in {@code memory by label}. */
    public record Count(String name, long value) {}
}
