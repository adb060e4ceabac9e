package dev.monsh.cli.completion;

import dev.monsh.cli.ArgumentSpec;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.OptionSpec;
import dev.monsh.cli.ValueKind;
import dev.monsh.cli.completion.Completion.Candidate;
import dev.monsh.terminal.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what can stand at the cursor. */
public final class Completer {

    private final CommandTree tree;
    private final ValueSource values;

    public Completer(CommandTree tree, ValueSource values) {
        this.tree = tree;
        this.values = values;
    }

    /** Returns what can replace the word before the cursor. */
    public Completion complete(String line, int cursor, GlobalOptions defaults) {
        String before = line.substring(0, cursor);
        LineScan whole = LineScan.of(before, tree);
        if (isInExpression(whole)) {
            return withCommands(expressions(whole).complete(before, defaults), whole);
        }
        int start = wordStart(before, whole);
        String raw = before.substring(start);
        String word = raw.startsWith("'") || raw.startsWith("\"") ? raw.substring(1) : raw;
        LineScan scan = LineScan.of(before.substring(0, start), tree);
        Optional<OptionSpec> attached = optionWithValue(scan, word);
        if (attached.isPresent()) {
            String value = word.substring(word.indexOf('=') + 1);
            return Completion.of(
                    before.length() - value.length(), value, values(attached.get(), value, scan, defaults));
        }
        return Completion.of(start, word, candidates(scan, word, defaults));
    }

    private ExpressionCompleter expressions(LineScan scan) {
        boolean logs = scan.command()
                .filter(command -> command.arguments().getLast().kind() == ValueKind.LOG_EXPRESSION)
                .isPresent();
        return logs ? ExpressionCompleter.logQl(values) : ExpressionCompleter.promQl(values);
    }

    /** The first word behind a command that takes an expression may also become another command's name. */
    private Completion withCommands(Completion expression, LineScan scan) {
        boolean first = scan.arguments() == 1
                && !scan.optionsEnded()
                && scan.parts().getLast().role() == LineScan.Role.EXPRESSION
                && scan.parts().getLast().lexeme().start() == expression.start();
        if (!first) {
            return expression;
        }
        List<Candidate> all = new ArrayList<>(commands(scan.path()));
        all.addAll(expression.candidates());
        return Completion.verbatim(expression.start(), expression.prefix(), all);
    }

    /** Returns the option whose value is being typed behind an equals sign. */
    private static Optional<OptionSpec> optionWithValue(LineScan scan, String word) {
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

    private List<Candidate> values(OptionSpec option, String word, LineScan scan, GlobalOptions defaults) {
        return option.choices().isEmpty() ? ofKind(option.kind(), word, scan, defaults) : plain(option.choices());
    }

    private static boolean isInExpression(LineScan scan) {
        // a minus alone may yet become an option
        boolean typed = !scan.parts().isEmpty()
                && scan.parts().getLast().role() == LineScan.Role.EXPRESSION
                && (scan.optionsEnded()
                        || !scan.parts().getLast().lexeme().text().equals("-"));
        boolean expressionCommand =
                scan.command().filter(MonshCommand::takesExpression).isPresent();
        return typed
                || (scan.openQuote() >= 0
                        && expressionCommand
                        && scan.pendingOption().isEmpty());
    }

    private static int wordStart(String before, LineScan scan) {
        if (scan.openQuote() >= 0) {
            return scan.openQuote();
        }
        boolean atWord =
                !scan.parts().isEmpty() && scan.parts().getLast().lexeme().end() == before.length();
        return atWord ? scan.parts().getLast().lexeme().start() : before.length();
    }

    private List<Candidate> candidates(LineScan scan, String word, GlobalOptions defaults) {
        if (scan.pendingOption().isPresent()) {
            return values(scan.pendingOption().get(), word, scan, defaults);
        }
        if (word.startsWith("-") && !scan.optionsEnded()) {
            return options(scan);
        }
        List<Candidate> all = new ArrayList<>();
        if (scan.arguments() == 0) {
            all.addAll(commands(scan.path()));
        }
        argument(scan).ifPresent(spec -> all.addAll(ofKind(spec.kind(), word, scan, defaults)));
        return all;
    }

    private List<Candidate> commands(List<String> path) {
        List<Candidate> commands = new ArrayList<>();
        for (String next : tree.next(path)) {
            List<String> longer = new ArrayList<>(path);
            longer.add(next);
            String description = tree.find(longer)
                    .map(MonshCommand::getDescription)
                    .orElseGet(() -> String.join(", ", tree.next(longer)));
            commands.add(new Candidate(next, description, true));
        }
        return commands;
    }

    private static List<Candidate> options(LineScan scan) {
        return scan.options()
                .filter(option -> option.repeatable()
                        || scan.parts().stream()
                                .noneMatch(part ->
                                        part.option().filter(option::equals).isPresent()))
                .map(option -> new Candidate("--" + option.longName(), option.description(), true))
                .toList();
    }

    private static Optional<ArgumentSpec> argument(LineScan scan) {
        List<ArgumentSpec> specs = scan.command().map(MonshCommand::arguments).orElse(List.of());
        if (specs.isEmpty()) {
            return Optional.empty();
        }
        return scan.arguments() < specs.size()
                ? Optional.of(specs.get(scan.arguments()))
                : Optional.of(specs.getLast()).filter(ArgumentSpec::many);
    }

    private List<Candidate> ofKind(ValueKind kind, String word, LineScan scan, GlobalOptions defaults) {
        return switch (kind) {
            case FILE -> files(word, false);
            case FOLDER -> files(word, true);
            case BOX -> plain(values.boxes(defaults));
            case METRIC, EXPRESSION, SELECTOR -> plain(values.metrics(defaults));
            case LOG_EXPRESSION -> List.of();
            case LOG_LABEL -> plain(values.logLabels(defaults));
            case LABEL -> plain(values.labels(defaults));
            case COMMAND -> commands(List.of());
            case FORMAT -> plain(formats(scan));
            case TIME -> plain(List.of("now", "now-5m", "now-1h", "now-1d"));
            case DURATION -> plain(List.of("30s", "5m", "15m", "1h", "6h", "1d", "7d"));
            case PID -> described(values.processes(defaults));
            case RULE -> plain(values.rules(defaults));
            case LOG_SERVICE -> plain(values.logServices(defaults));
            case SERVICE -> plain(values.services(defaults));
            case TAILNET_NAME -> described(values.tailnet(defaults));
            case TAILNET_ADDRESS -> addresses(defaults);
            case TEXT, NUMBER -> List.of();
        };
    }

    private static List<String> formats(LineScan scan) {
        List<OutputFormat> formats = scan.command().map(MonshCommand::formats).orElse(List.of(OutputFormat.values()));
        return formats.stream().map(OutputFormat::word).toList();
    }

    private List<Candidate> files(String word, boolean foldersOnly) {
        return values.files(word, foldersOnly).stream()
                .map(file -> new Candidate(file, "", !file.endsWith("/")))
                .toList();
    }

    private static List<Candidate> described(Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> new Candidate(word.getKey(), word.getValue(), true))
                .toList();
    }

    private List<Candidate> addresses(GlobalOptions defaults) {
        return values.tailnet(defaults).entrySet().stream()
                .map(machine -> new Candidate(machine.getValue(), machine.getKey(), true))
                .toList();
    }

    private static List<Candidate> plain(List<String> words) {
        return words.stream().map(word -> new Candidate(word, "", true)).toList();
    }
}
