package dev.monsh.cli.completion;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Completion.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes inside an expression: metric names and functions outside braces, labels and their values inside. */
final class ExpressionCompleter {

    /** prometheus.io, "Functions" and "Operators". */
    private static final List<String> FUNCTIONS = List.of(
            "abs",
            "absent",
            "avg",
            "avg_over_time",
            "by",
            "ceil",
            "changes",
            "clamp_max",
            "clamp_min",
            "count",
            "count_over_time",
            "delta",
            "deriv",
            "floor",
            "group",
            "histogram_quantile",
            "increase",
            "irate",
            "label_join",
            "label_replace",
            "last_over_time",
            "max",
            "max_over_time",
            "min",
            "min_over_time",
            "offset",
            "predict_linear",
            "quantile",
            "quantile_over_time",
            "rate",
            "resets",
            "round",
            "scalar",
            "sort",
            "sort_desc",
            "stddev",
            "sum",
            "sum_over_time",
            "time",
            "timestamp",
            "topk",
            "bottomk",
            "vector",
            "without");

    private static final Pattern LABEL_VALUE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*(?:=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)$");

    /** grafana.com/docs/loki, "Metric queries" and "Log queries". */
    private static final List<String> LOG_FUNCTIONS = List.of(
            "avg_over_time",
            "bytes_over_time",
            "bytes_rate",
            "count_over_time",
            "decolorize",
            "json",
            "label_format",
            "line_format",
            "logfmt",
            "pattern",
            "rate",
            "regexp",
            "sum",
            "topk",
            "unwrap");

    private final Names metrics;
    private final Names labels;
    private final BiFunction<GlobalOptions, String, List<String>> labelValues;
    private final List<String> functions;

    private interface Names extends Function<GlobalOptions, List<String>> {}

    private ExpressionCompleter(
            Names metrics,
            Names labels,
            BiFunction<GlobalOptions, String, List<String>> labelValues,
            List<String> functions) {
        this.metrics = metrics;
        this.labels = labels;
        this.labelValues = labelValues;
        this.functions = functions;
    }

    static ExpressionCompleter promQl(ValueSource values) {
        return new ExpressionCompleter(values::metrics, values::labels, values::labelValues, FUNCTIONS);
    }

    static ExpressionCompleter logQl(ValueSource values) {
        return new ExpressionCompleter(options -> List.of(), values::logLabels, values::logLabelValues, LOG_FUNCTIONS);
    }

    Completion complete(String before, GlobalOptions options) {
        Matcher value = LABEL_VALUE.matcher(before);
        if (value.find()) {
            List<String> quotable = labelValues.apply(options, value.group(1)).stream()
                    .map(ExpressionCompleter::escaped)
                    .toList();
            return completion(before, value.group(2), candidates(quotable, ""));
        }
        int start = before.length();
        while (start > 0 && isNameCharacter(before.charAt(start - 1))) {
            start--;
        }
        String word = before.substring(start);
        boolean insideBraces = before.lastIndexOf('{') > before.lastIndexOf('}');
        if (insideBraces) {
            return completion(before, word, candidates(labels.apply(options), "label"));
        }
        List<Candidate> all = new ArrayList<>(candidates(metrics.apply(options), "metric"));
        if (!word.isEmpty()) {
            all.addAll(candidates(functions, "function"));
        }
        return completion(before, word, all);
    }

    private static Completion completion(String before, String word, List<Candidate> candidates) {
        return Completion.verbatim(before.length() - word.length(), word, candidates);
    }

    /** Returns a value as it stands between double quotes (prometheus.io, "String literals"). */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Nothing follows a name by itself: what comes next is a brace as often as a blank. */
    private static List<Candidate> candidates(List<String> names, String description) {
        return names.stream()
                .map(name -> new Candidate(name, description, false))
                .toList();
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':';
    }
}
