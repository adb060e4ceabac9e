package dev.monsh.cli.completion;

import dev.monsh.cli.ArgumentSpec;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Shortcuts;
import dev.monsh.cli.ValueKind;
import dev.monsh.ql.Selector;
import dev.monsh.terminal.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a word can become: a command, an option, or a value of the kind that is wanted there. */
final class WordCandidates {

    private final CommandTree tree;
    private final ValueSource values;

    WordCandidates(CommandTree tree, ValueSource values) {
        this.tree = tree;
        this.values = values;
    }

    /** Returns the values of an option. */
    List<Candidate> values(Option<?> option, String word, LineScan scan, GlobalOptions defaults) {
        return option.choices().isEmpty() ? ofKind(option.kind(), word, scan, defaults) : plain(option.choices());
    }

    /** Returns what can stand at a word that no option and no expression has begun. */
    List<Candidate> at(LineScan scan, String word, GlobalOptions defaults) {
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
        if (scan.path().isEmpty()) {
            all.addAll(scan.arguments() == 0 ? described(values.shortcuts(defaults)) : variables(scan, defaults));
        }
        argument(scan).ifPresent(spec -> all.addAll(ofKind(spec.kind(), word, scan, defaults)));
        return all;
    }

    /** Behind the name of a saved line stand the values of its variables. */
    private List<Candidate> variables(LineScan scan, GlobalOptions defaults) {
        String name = scan.parts().stream()
                .filter(part -> part.role() == LineScan.Role.UNKNOWN_COMMAND)
                .map(part -> part.lexeme().text())
                .findFirst()
                .orElse("");
        String line = values.shortcuts(defaults).getOrDefault(name, "");
        return Shortcuts.variables(line).entrySet().stream()
                .map(variable -> Candidate.part(
                        variable.getKey() + "=",
                        variable.getKey() + "=",
                        variable.getValue().map(usual -> "else " + usual).orElse("")))
                .toList();
    }

    /** Returns the words that follow a path of commands. */
    List<Candidate> commands(List<String> path) {
        List<Candidate> commands = new ArrayList<>();
        for (String next : tree.next(path)) {
            List<String> longer = new ArrayList<>(path);
            longer.add(next);
            String description = tree.find(longer)
                    .map(MonshCommand::getDescription)
                    .orElseGet(() -> String.join(", ", tree.next(longer)));
            commands.add(Candidate.word(next, description));
        }
        return commands;
    }

    /** Returns the options that may still be given. */
    static List<Candidate> options(LineScan scan) {
        return scan.options()
                .filter(option -> option.repeatable()
                        || scan.parts().stream()
                                .noneMatch(part ->
                                        part.option().filter(option::equals).isPresent()))
                .map(option -> Candidate.word("--" + option.longName(), option.description()))
                .toList();
    }

    /** Returns the argument that is next. */
    static Optional<ArgumentSpec> argument(LineScan scan) {
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
            case METRIC, EXPRESSION, SELECTOR ->
                named(values.metricNames(defaults).metrics());
            case LOG_EXPRESSION -> List.of();
            case LOG_LABEL -> named(values.logNames(defaults).labels(Selector.ALL));
            case LABEL -> named(values.metricNames(defaults).labels(Selector.ALL));
            case COMMAND ->
                commands(scan.parts().stream()
                        .filter(part -> part.role() == LineScan.Role.ARGUMENT)
                        .map(part -> part.lexeme().text())
                        .toList());
            case COMMAND_LINE -> commands(List.of());
            case SHELL -> plain(List.of("bash", "fish", "zsh"));
            case SHORTCUT -> described(values.shortcuts(defaults));
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
                .map(file -> file.endsWith("/") ? Candidate.part(file, file, "") : Candidate.word(file, ""))
                .toList();
    }

    private static List<Candidate> described(Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> Candidate.word(word.getKey(), word.getValue()))
                .toList();
    }

    private List<Candidate> addresses(GlobalOptions defaults) {
        return values.tailnet(defaults).entrySet().stream()
                .map(machine -> Candidate.word(machine.getValue(), machine.getKey()))
                .toList();
    }

    private static List<Candidate> named(List<Name> names) {
        return names.stream()
                .map(name -> Candidate.word(name.text(), name.description()))
                .toList();
    }

    private static List<Candidate> plain(List<String> words) {
        return words.stream().map(word -> Candidate.word(word, "")).toList();
    }
}
