package dev.monsh.metrics;

import java.util.List;

/**
 * A native histogram as the API gives it; numbers are the strings that came.
 *
 * @param buckets only those with something in them, from the lowest on
 */
public record NativeHistogram(String count, String sum, List<Bucket> buckets) {

    public NativeHistogram {
        buckets = List.copyOf(buckets);
    }

    /**
     * One bucket.
     *
     * @param boundaryRule 0: open left, 1: open right, 2: open both, 3: closed both
     */
    public record Bucket(int boundaryRule, String lower, String upper, String count) {}

    /** Returns it on one line, {@code {count:3, sum:4.5, (1,2]:3}}: the form of Prometheus's own text output. */
    public String text() {
        StringBuilder text =
                new StringBuilder("{count:").append(count).append(", sum:").append(sum);
        for (Bucket bucket : buckets) {
            boolean closedLeft = bucket.boundaryRule() == 1 || bucket.boundaryRule() == 3;
            boolean closedRight = bucket.boundaryRule() == 0 || bucket.boundaryRule() == 3;
            text.append(", ")
                    .append(closedLeft ? '[' : '(')
                    .append(bucket.lower())
                    .append(',')
                    .append(bucket.upper())
                    .append(closedRight ? ']' : ')')
                    .append(':')
                    .append(bucket.count());
        }
        return text.append('}').toString();
    }
}
