package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.pattern.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The condition of an {@code if} (ngx_http_rewrite_module): which requests it holds for, and for which it does not. */
final class Condition {

    private final List<String> words;
    private final String text;

    Condition(Directive directive) {
        this.text = String.join(" ", directive.arguments());
        this.words = words(directive.arguments());
    }

    private static List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        if (words.isEmpty()
                || !words.getFirst().startsWith("(")
                || !words.getLast().endsWith(")")) {
            return List.of();
        }
        words.set(0, words.getFirst().substring(1));
        words.set(words.size() - 1, words.getLast().substring(0, words.getLast().length() - 1));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Returns the requests that it holds for. */
    Requests holding(Requests requests) {
        return part(requests, true);
    }

    /** Returns the others. */
    Requests failing(Requests requests) {
        return part(requests, false);
    }

    private Requests part(Requests requests, boolean holding) {
        String subject = words.isEmpty() ? "" : words.getFirst();
        return switch (subject) {
            case "$request_method" ->
                compared(requests, holding, every -> requests.methods().and(every), Requests::by);
            case "$uri", "$document_uri" ->
                compared(requests, holding, every -> requests.uri().and(every), Requests::at);
            default -> byText(requests, subject, holding);
        };
    }

    /** Where the two sets can't be told apart both are the whole one. */
    private Requests compared(
            Requests requests,
            boolean holding,
            UnaryOperator<Language> among,
            BiFunction<Requests, Language, Requests> narrowed) {
        Optional<Language> equal = equal();
        if (equal.isEmpty()) {
            return requests.doubting("it depends on if " + text);
        }
        boolean inside = holding != words.get(1).startsWith("!");
        return narrowed.apply(requests, among.apply(inside ? equal.get() : Language.ALL.minus(equal.get())));
    }

    /** Returns the values for which the operator without its negation holds; empty where that can't be told. */
    private Optional<Language> equal() {
        if (words.size() != 3) {
            return Optional.empty();
        }
        String value = words.get(2);
        return switch (words.get(1)) {
            case "=", "!=" -> value.indexOf('$') >= 0 ? Optional.empty() : Optional.of(Language.of(value));
            case "~", "!~" -> Language.matching(value, false);
            case "~*", "!~*" -> Language.matching(value, true);
            default -> Optional.empty();
        };
    }

    /** A variable whose text is known makes it hold for all or for none. */
    private Requests byText(Requests requests, String subject, boolean holding) {
        Optional<String> value = subject.equals("$request_uri")
                ? requests.line()
                : Optional.ofNullable(requests.variables().get(subject));
        Optional<Boolean> holds = value.flatMap(this::holdsFor);
        if (holds.isEmpty()) {
            return requests.doubting("it depends on if " + text);
        }
        return holds.get() == holding ? requests : requests.at(Language.NONE);
    }

    private Optional<Boolean> holdsFor(String value) {
        if (words.size() == 1) {
            return Optional.of(!value.isEmpty() && !value.equals("0"));
        }
        return equal().map(language -> language.contains(value) != words.get(1).startsWith("!"));
    }
}
