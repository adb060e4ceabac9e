package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.QueryResult.Sample;
import dev.monsh.metrics.QueryResult.Series;
import dev.monsh.view.UnitText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of an answer as people read them: bytes and seconds in their units where the metric's name says so, other
 * numbers rounded to four digits, and all of them aligned on the point.
 */
final class ReadableValues {

    private static final int DIGITS = 4;

    /** The Prometheus convention for names puts the unit last, or before {@code _total}. */
    private enum Unit {
        BYTES,
        SECONDS,
        NONE
    }

    private ReadableValues() {}

    /** Returns the values of all samples in the order of the answer. */
    static List<String> of(QueryResult result) {
        List<String> texts = new ArrayList<>();
        for (Series series : result.series()) {
            Unit unit = unit(series.labels().get(Labels.NAME));
            series.samples().forEach(sample -> texts.add(text(sample, unit)));
        }
        return aligned(texts);
    }

    private static Unit unit(String metric) {
        if (metric.endsWith("_bytes")) {
            return Unit.BYTES;
        }
        // a counter of seconds is a sum, which no clock shows
        return metric.endsWith("_seconds") && !metric.endsWith("_time_seconds") ? Unit.SECONDS : Unit.NONE;
    }

    private static String text(Sample sample, Unit unit) {
        double number = sample instanceof Sample.Value ? PlottedSeries.number(sample.text()) : Double.NaN;
        if (!Double.isFinite(number)) {
            return sample.text();
        }
        return switch (unit) {
            case BYTES -> UnitText.bytes(number);
            case SECONDS -> UnitText.seconds(number);
            case NONE -> rounded(sample.text(), number);
        };
    }

    /** Whole numbers keep all their digits: they are counts, times or identities. */
    private static String rounded(String text, double number) {
        if (number == Math.rint(number) || Math.abs(number) < 1e-4) {
            return text;
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        int whole = Math.max(0, exact.precision() - exact.scale());
        return exact.round(new MathContext(Math.max(DIGITS, whole)))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Fills up behind, so that in a column that is aligned on the right the points are below each other. */
    private static List<String> aligned(List<String> texts) {
        boolean plain = texts.stream().allMatch(text -> text.matches("-?[0-9]+(\\.[0-9]+)?|NaN|[+-]?Inf"));
        if (!plain) {
            return texts;
        }
        int most = texts.stream().mapToInt(ReadableValues::behindPoint).max().orElse(0);
        return texts.stream()
                .map(text -> text + " ".repeat(most - behindPoint(text)))
                .toList();
    }

    private static int behindPoint(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point;
    }
}
