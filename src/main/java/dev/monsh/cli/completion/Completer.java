package dev.monsh.cli.completion;

import dev.monsh.cli.ArgumentSpec;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.ValueKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what can stand at the cursor. */
public final class Completer {

    private static final Pattern OPTION = Pattern.compile("\\s(--[A-Za-z-]*)$");
    private static final Pattern VALUE =
            Pattern.compile("\\s(-[A-Za-z](?=\\S|\\s)|--[A-Za-z-]+(?=[=\\s]))(?:=|\\s*)(\\S*)$");

    private final CommandTree tree;
    private final ValueSource values;
    private final WordCandidates words;
    private final Languages languages;
    private final InstantSource clock;

    public Completer(CommandTree tree, ValueSource values, Languages languages, InstantSource clock) {
        this.tree = tree;
        this.values = values;
        this.words = new WordCandidates(tree, values);
        this.languages = languages;
        this.clock = clock;
    }

    /** Returns what can replace the word before the cursor. */
    public Completion complete(String line, int cursor, GlobalOptions defaults) {
        values.begin();
        String before = line.substring(0, cursor);
        LineScan whole = LineScan.of(before, tree);
        Optional<ValueKind> expression = expressionKind(whole, before);
        if (expression.isPresent()) {
            GlobalOptions options = whole.globals(defaults);
            Optional<Completion> trailing = trailingOption(whole, before, options);
            if (trailing.isPresent()) {
                return trailing.get();
            }
            QuotedPart part = whole.openQuote() >= 0
                    ? QuotedPart.quoted(line, whole.openQuote(), cursor)
                    : QuotedPart.verbatim(line, whole.parts().getLast().lexeme().start(), cursor);
            return withCommands(completed(expression.get(), part, options), whole);
        }
        Optional<Option<?>> typing = optionOfLastValue(whole, before);
        if (typing.isPresent()) {
            LineScan.Part last = whole.parts().getLast();
            String value = last.lexeme().text();
            return Completion.of(
                    last.lexeme().start(), value, words.values(typing.get(), value, whole, whole.globals(defaults)));
        }
        int start = wordStart(before, whole);
        String raw = before.substring(start);
        String word = raw.startsWith("'") || raw.startsWith("\"") ? raw.substring(1) : raw;
        LineScan scan = LineScan.of(before.substring(0, start), tree);
        GlobalOptions options = scan.globals(defaults);
        Optional<Option<?>> attached = optionWithValue(scan, word);
        if (attached.isPresent()) {
            String value = word.substring(word.indexOf('=') + 1);
            return Completion.of(
                    before.length() - value.length(), value, words.values(attached.get(), value, scan, options));
        }
        Optional<Option<?>> glued = gluedOption(scan, word);
        if (glued.isPresent()) {
            String value = word.substring(2);
            return Completion.of(
                    before.length() - value.length(), value, words.values(glued.get(), value, scan, options));
        }
        if (startsExpression(scan, word)) {
            Completion expressions = completed(
                    scan.command().orElseThrow().arguments().getLast().kind(),
                    QuotedPart.verbatim(line, cursor, cursor),
                    options);
            List<Candidate> all = new ArrayList<>(scan.arguments() == 0 ? words.commands(scan.path()) : List.of());
            all.addAll(expressions.candidates());
            return new Completion(cursor, "", all, true);
        }
        return Completion.of(start, word, words.at(scan, word, options));
    }

    /** Returns the option whose value ends the line, behind an expression. */
    private static Optional<Option<?>> optionOfLastValue(LineScan scan, String before) {
        boolean behindExpression = scan.parts().stream().anyMatch(part -> part.role() == LineScan.Role.EXPRESSION);
        if (!behindExpression || scan.openQuote() >= 0) {
            return Optional.empty();
        }
        LineScan.Part last = scan.parts().getLast();
        return last.role() == LineScan.Role.VALUE && last.lexeme().end() == before.length()
                ? last.option()
                : Optional.empty();
    }

    /** Behind an expression options may follow: one that is being typed, or the value of one. */
    private Optional<Completion> trailingOption(LineScan scan, String before, GlobalOptions options) {
        if (scan.openQuote() >= 0 || scan.optionsEnded() || !isWhole(scan, before)) {
            return Optional.empty();
        }
        Matcher name = OPTION.matcher(before);
        if (name.find()) {
            return Optional.of(Completion.of(name.start(1), name.group(1), WordCandidates.options(scan)));
        }
        Matcher value = VALUE.matcher(before);
        if (!value.find()) {
            return Optional.empty();
        }
        String option = value.group(1);
        return scan.options()
                .filter(spec -> !spec.isFlag())
                .filter(spec -> option.equals("--" + spec.longName())
                        || (option.length() == 2 && spec.hasLetter(option.charAt(1))))
                .findFirst()
                .map(spec -> Completion.of(
                        value.start(2), value.group(2), words.values(spec, value.group(2), scan, options)));
    }

    /** Tells whether the expression before the last option is complete, so that what follows is no part of it. */
    private boolean isWhole(LineScan scan, String before) {
        int end = Math.max(before.lastIndexOf(" -"), 0);
        int start = scan.parts().getLast().lexeme().start();
        return start < end
                && languages
                        .of(scan.command().orElseThrow().arguments().getLast().kind())
                        .filter(language -> language.read(before.substring(start, end), 0)
                                .open()
                                .isEmpty())
                        .isPresent();
    }

    private Completion completed(ValueKind kind, QuotedPart part, GlobalOptions options) {
        Names names = kind == ValueKind.LOG_EXPRESSION ? values.logNames(options) : values.metricNames(options);
        return new ExpressionCompleter(languages.of(kind).orElseThrow(), names, clock).complete(part);
    }

    /** Nothing is typed yet where an expression can begin. */
    private static boolean startsExpression(LineScan scan, String word) {
        return word.isEmpty()
                && scan.pendingOption().isEmpty()
                && scan.arguments() == 0
                && scan.command().filter(MonshCommand::takesExpression).isPresent();
    }

    /** The first word behind a command that takes an expression may also become another command's name. */
    private Completion withCommands(Completion expression, LineScan scan) {
        boolean first = scan.openQuote() < 0
                && scan.arguments() == 1
                && !scan.optionsEnded()
                && scan.parts().getLast().role() == LineScan.Role.EXPRESSION
                && scan.parts().getLast().lexeme().start() == expression.start();
        if (!first) {
            return expression;
        }
        List<Candidate> all =
                new ArrayList<>(Completion.of(expression.start(), expression.prefix(), words.commands(scan.path()))
                        .prefixed());
        all.addAll(expression.candidates());
        return new Completion(expression.start(), expression.prefix(), all, true);
    }

    /** Returns the kind of expression in which the end of the line stands. */
    private static Optional<ValueKind> expressionKind(LineScan scan, String before) {
        if (scan.openQuote() >= 0) {
            if (before.charAt(scan.openQuote()) != '\'' && before.charAt(scan.openQuote()) != '"') {
                return Optional.empty();
            }
            if (scan.pendingOption().isPresent()) {
                return scan.pendingOption().map(Option::kind).filter(kind -> kind == ValueKind.SELECTOR);
            }
            return WordCandidates.argument(scan).map(ArgumentSpec::kind).filter(Completer::isExpression);
        }
        // a minus alone may yet become an option
        boolean typed = !scan.parts().isEmpty()
                && scan.parts().getLast().role() == LineScan.Role.EXPRESSION
                && (scan.optionsEnded()
                        || !scan.parts().getLast().lexeme().text().equals("-"));
        return typed
                ? scan.command().map(command -> command.arguments().getLast().kind())
                : Optional.empty();
    }

    private static boolean isExpression(ValueKind kind) {
        return kind == ValueKind.EXPRESSION || kind == ValueKind.LOG_EXPRESSION || kind == ValueKind.SELECTOR;
    }

    /** Returns the option whose letter the word begins with, its value glued to it. */
    private static Optional<Option<?>> gluedOption(LineScan scan, String word) {
        if (word.length() < 2
                || word.charAt(0) != '-'
                || word.charAt(1) == '-'
                || scan.optionsEnded()
                || scan.pendingOption().isPresent()) {
            return Optional.empty();
        }
        return scan.options()
                .filter(option -> !option.isFlag() && option.hasLetter(word.charAt(1)))
                .findFirst();
    }

    /** Returns the option whose value is being typed behind an equals sign. */
    private static Optional<Option<?>> optionWithValue(LineScan scan, String word) {
        int equals = word.indexOf('=');
        if (!word.startsWith("--")
                || equals < 0
                || scan.optionsEnded()
                || scan.pendingOption().isPresent()) {
            return Optional.empty();
        }
        String name = word.substring(2, equals);
        return scan.options()
                .filter(option -> !option.isFlag() && option.longName().equals(name))
                .findFirst();
    }

    private static int wordStart(String before, LineScan scan) {
        if (scan.openQuote() >= 0) {
            return scan.openQuote();
        }
        boolean atWord =
                !scan.parts().isEmpty() && scan.parts().getLast().lexeme().end() == before.length();
        return atWord ? scan.parts().getLast().lexeme().start() : before.length();
    }
}
