package dev.monsh.cli.completion;

import dev.monsh.ql.Argument;
import dev.monsh.ql.Carried;
import dev.monsh.ql.Place;
import dev.monsh.ql.QuotedText;
import dev.monsh.ql.Reading;
import dev.monsh.ql.Selector;
import dev.monsh.ql.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What exists of what may stand at a place of an expression. */
final class PlaceCandidates {

    /** Aggregations, rates and quantiles, as the tables of functions begin. */
    private static final int USUAL_WORDS = 18;

    private final Names names;
    private final String before;
    private final String after;
    private final Ranking ranking;
    private final String typed;

    private PlaceCandidates(Names names, Reading reading, String text) {
        this.names = names;
        this.before = text.substring(0, reading.start());
        this.after = text.substring(reading.start() + reading.typed().length());
        this.typed = reading.typed();
        this.ranking = new Ranking(typed);
    }

    /** Returns what can replace the word at the cursor, the likelier first. */
    static List<Candidate> of(Reading reading, String text, Names names, long nowSeconds) {
        PlaceCandidates candidates = new PlaceCandidates(names, reading, text);
        for (Place place : reading.places()) {
            candidates.take(place, nowSeconds);
        }
        return candidates.ranking.best();
    }

    private void take(Place place, long nowSeconds) {
        switch (place) {
            case Place.Operand operand -> operand(operand);
            case Place.LabelName label -> labelName(label);
            case Place.QuotedName quoted -> quotedName(quoted);
            case Place.LabelValue value -> labelValue(value);
            case Place.GroupingLabel label ->
                carried(label.of()).stream()
                        .filter(name -> !label.used().contains(name.text()))
                        .forEach(name -> offer(Selector.name(name.text()), name));
            case Place.LabelText label ->
                carried(label.of()).forEach(name -> offer(closed(name.text(), label.quote()), name));
            case Place.DurationValue duration -> durations(duration.use());
            case Place.AtTime _ -> times(nowSeconds);
            case Place.NumberValue number -> words(number.usual());
            case Place.Words words -> words(words.words());
            case Place.Field field -> field(field);
            case Place.FreeText _ -> {}
        }
    }

    private void operand(Place.Operand operand) {
        // who has typed something of a range means a metric; else both can be meant, and words are the shorter ones
        boolean metricsFirst = typed.isEmpty() || operand.wanted().isRange();
        if (!metricsFirst) {
            words(operand.words());
        }
        if (operand.metrics()) {
            List<Name> metrics = names.metrics();
            if (operand.wanted() == Argument.COUNTER) {
                metrics.stream().filter(PlaceCandidates::isCounter).forEach(this::metric);
            }
            metrics.forEach(this::metric);
        }
        // where nothing is typed, the usual ones are enough
        words(typed.isEmpty() ? operand.words().stream().limit(USUAL_WORDS).toList() : operand.words());
    }

    private static boolean isCounter(Name metric) {
        return switch (metric.kind()) {
            case "counter" -> true;
            case "histogram", "summary" -> metric.text().matches(".*_(bucket|count|sum)");
            case "", "unknown" -> metric.text().endsWith("_total");
            default -> false;
        };
    }

    private void metric(Name metric) {
        boolean plain = Selector.isPlain(metric.text(), true);
        offer(plain ? metric.text() : "{" + QuotedText.quoted(metric.text()) + "}", metric);
    }

    private void labelName(Place.LabelName place) {
        String end = place.closesMatcher() && !after.stripLeading().startsWith("=") ? "=\"" : "";
        names.labels(place.selector()).stream()
                .filter(name -> !isFixed(name.text(), place.selector()))
                .forEach(name -> offer(Selector.name(name.text()) + end, name));
    }

    /** A label that has one value already tells nothing more. */
    private static boolean isFixed(String label, Selector selector) {
        boolean matched = selector.matchers().stream()
                .anyMatch(matcher ->
                        matcher.name().equals(label) && matcher.operator().equals("="));
        return matched || (label.equals("__name__") && !selector.metric().isEmpty());
    }

    private void quotedName(Place.QuotedName place) {
        Stream<Name> metrics = place.selector().metric().isEmpty() ? names.metrics().stream() : Stream.of();
        Stream.concat(metrics, names.labels(place.selector()).stream())
                .filter(name -> !Selector.isPlain(name.text(), true))
                .forEach(name -> offer(closed(name.text(), '"'), name));
    }

    private void labelValue(Place.LabelValue place) {
        boolean metric = place.label().equals("__name__") && place.selector().isEmpty();
        List<Name> values = metric ? names.metrics() : names.values(place.label(), place.selector());
        int alternative = place.pattern() ? typed.lastIndexOf('|') + 1 : 0;
        String kept = typed.substring(0, alternative);
        for (Name value : values) {
            String text = place.pattern() ? pattern(value.text()) : value.text();
            ranking.offer(
                    Candidate.part(
                            kept.isEmpty() ? closed(text, place.quote()) : kept + closed(text, place.quote()),
                            value.text(),
                            value.description()),
                    kept + escaped(text, place.quote()));
        }
    }

    /** Returns a value as a regex takes it literally; a dot, which takes a dot too, stays readable. */
    private static String pattern(String value) {
        return value.replaceAll("[\\\\^$|?*+()\\[\\]{}]", "\\\\$0");
    }

    private static String escaped(String text, char quote) {
        return QuotedText.escaped(text, quote == ' ' ? '"' : quote);
    }

    /** Returns a string from after its opening quote, which is added where none is open, to its closing one. */
    private String closed(String text, char quote) {
        if (quote == ' ') {
            return QuotedText.quoted(text);
        }
        boolean closes = after.indexOf(quote) == 0;
        return escaped(text, quote) + (closes ? "" : quote);
    }

    private List<Name> carried(Carried carried) {
        if (carried.selectors().isEmpty() && carried.names().isEmpty()) {
            // the expression comes after its grouping, and may not be typed yet
            return withoutName(names.labels(Selector.ALL));
        }
        List<Name> all = new ArrayList<>();
        carried.names().forEach(name -> all.add(Name.of(name)));
        carried.selectors().forEach(selector -> all.addAll(withoutName(names.labels(selector))));
        return all;
    }

    private static List<Name> withoutName(List<Name> labels) {
        return labels.stream().filter(name -> !name.text().equals("__name__")).toList();
    }

    private void durations(Place.DurationValue.Use use) {
        boolean digits = !typed.isEmpty() && typed.chars().allMatch(Character::isDigit);
        List<String> sizes = digits
                ? Stream.of("s", "m", "h", "d", "w").map(unit -> typed + unit).toList()
                : switch (use) {
                    case RANGE -> List.of("1m", "5m", "10m", "15m", "30m", "1h", "6h", "12h", "1d", "7d");
                    case RESOLUTION -> List.of("15s", "30s", "1m", "5m", "15m", "1h");
                    case OFFSET -> List.of("5m", "15m", "30m", "1h", "6h", "12h", "1d", "7d");
                };
        boolean closes =
                use != Place.DurationValue.Use.OFFSET && !after.stripLeading().startsWith("]");
        sizes.forEach(size -> ranking.offer(Candidate.part(size + (closes ? "]" : ""), size, ""), size));
        if (!digits && !typed.isEmpty()) {
            ranking.offer(Candidate.part(typed + (closes ? "]" : ""), typed, ""), typed);
        }
    }

    private void times(long nowSeconds) {
        Stream.of(
                        Word.of("start()", "the beginning of the range"),
                        Word.of("end()", "the end of the range"),
                        Word.of(String.valueOf(nowSeconds), "now"),
                        Word.of(String.valueOf(nowSeconds - 3600), "an hour ago"),
                        Word.of(String.valueOf(nowSeconds - 86_400), "a day ago"))
                .forEach(word -> ranking.offer(Candidate.part(word.text(), word.shown(), word.help()), word.text()));
    }

    private void field(Place.Field place) {
        List<Name> fields =
                place.parsed() || place.use() == Place.Field.Part.UNWRAP ? names.fields(place.query()) : List.of();
        Function<Name, Boolean> isNumber =
                name -> List.of("int", "float", "duration", "bytes").contains(name.kind());
        if (place.use() == Place.Field.Part.UNWRAP) {
            fields.stream().filter(isNumber::apply).forEach(name -> offer(name.text(), name));
        }
        fields.forEach(name -> offer(name.text(), name));
        if (place.use() != Place.Field.Part.UNWRAP) {
            names.labels(place.query()).forEach(name -> offer(name.text(), name));
        }
    }

    private void words(List<Word> words) {
        for (Word word : words) {
            String blank = needsBlank(word.text()) ? " " : "";
            ranking.offer(Candidate.part(blank + word.text(), word.shown(), word.help()), word.text());
        }
    }

    /** After an operand an operator or a word stands apart; brackets, commas and the operators of labels do not. */
    private boolean needsBlank(String word) {
        if (!typed.isEmpty() || before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1))) {
            return false;
        }
        boolean ofLabel = (word.startsWith("=") || word.startsWith("!")) && word.endsWith("\"") && !word.contains(" ");
        char last = before.charAt(before.length() - 1);
        boolean afterOperand = Character.isLetterOrDigit(last) || ")]}\"'`_".indexOf(last) >= 0;
        return afterOperand && !ofLabel && "()[]{},:".indexOf(word.charAt(0)) < 0;
    }

    private void offer(String text, Name name) {
        ranking.offer(Candidate.part(text, name.text(), name.description()), matched(text, name));
    }

    /** What was typed may begin like the name or like its quoted form. */
    private String matched(String text, Name name) {
        return !typed.isEmpty() && text.startsWith(typed) ? text : name.text();
    }
}
