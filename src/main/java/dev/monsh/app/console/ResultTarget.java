package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.ValueKind;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.LineScan;
import java.util.List;
import java.util.Optional;

/**
 * Where the results of a line go: {@code > FILE}, {@code >> FILE} or {@code | PROGRAM} at its end. In an expression that isn't
 * quoted, {@code >} and {@code |} are operators wherever its language can read them as such.
 */
sealed interface ResultTarget {

    /** The screen. */
    record Screen() implements ResultTarget {}

    /** A file, which is replaced or appended to. */
    record ToFile(String name, boolean append) implements ResultTarget {}

    /** A program, as a shell reads it. */
    record ToProgram(String command) implements ResultTarget {}

    /** A line without its target, and the target. */
    record Split(String line, ResultTarget target) {}

    /** Splits a line. */
    static Split of(String line, CommandTree tree, Languages languages) {
        Optional<LineScan.Part> expression = LineScan.of(line, tree).parts().stream()
                .filter(part -> part.role() == LineScan.Role.EXPRESSION)
                .findFirst();
        boolean logs = LineScan.of(line, tree)
                .command()
                .filter(command -> command.takesExpression()
                        && command.arguments().getLast().kind() == ValueKind.LOG_EXPRESSION)
                .isPresent();
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' || c == '\'' || (c == '`' && expression.isPresent())) {
                i = closing(line, i);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (depth <= 0 && (c == '|' || c == '>') && i > 0 && line.charAt(i - 1) == ' ') {
                boolean inside = expression.isPresent() && endsInExpression(line.substring(0, i), tree);
                Optional<ResultTarget> target = c == '|' ? program(line, i, inside && logs) : file(line, i, inside);
                if (target.isPresent()) {
                    return new Split(line.substring(0, i).stripTrailing(), target.get());
                }
            }
        }
        return new Split(line, new Screen());
    }

    /** Options may stand between an expression and its target. */
    private static boolean endsInExpression(String line, CommandTree tree) {
        List<LineScan.Part> parts = LineScan.of(line, tree).parts();
        return !parts.isEmpty() && parts.getLast().role() == LineScan.Role.EXPRESSION;
    }

    private static int closing(String line, int open) {
        char quote = line.charAt(open);
        int i = open + 1;
        while (i < line.length() && line.charAt(i) != quote) {
            i += line.charAt(i) == '\\' && quote == '"' ? 2 : 1;
        }
        return i;
    }

    private static Optional<ResultTarget> program(String line, int pipe, boolean logs) {
        String command = line.substring(pipe + 1).strip();
        if (command.isEmpty() || "=~>".indexOf(command.charAt(0)) >= 0) {
            return Optional.empty();
        }
        return logs && isStage(command) ? Optional.empty() : Optional.of(new ToProgram(command));
    }

    /** A stage of LogQL begins with a word of its own, or compares a label. */
    private static boolean isStage(String command) {
        String first = command.split("[^A-Za-z0-9_]", 2)[0];
        return List.of(
                                "json",
                                "logfmt",
                                "pattern",
                                "regexp",
                                "unpack",
                                "unwrap",
                                "line_format",
                                "label_format",
                                "decolorize",
                                "drop",
                                "keep")
                        .contains(first)
                || command.startsWith("(")
                || command.substring(first.length()).strip().matches("(?s)(=|!=|!~|<|>).*");
    }

    private static Optional<ResultTarget> file(String line, int at, boolean inExpression) {
        boolean append = line.startsWith(">>", at);
        String name = line.substring(at + (append ? 2 : 1)).strip();
        boolean one = !name.isEmpty() && name.indexOf(' ') < 0 && name.charAt(0) != '=';
        // behind the operator > stands an operand; a name with a dot, a slash or a tilde is none
        boolean operand = inExpression && !append && !name.matches("(?:.*/.*|~.*|[^0-9.(].*\\.[A-Za-z][^(]*)");
        return one && !operand ? Optional.of(new ToFile(unquoted(name), append)) : Optional.empty();
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1
                && (name.charAt(0) == '\'' || name.charAt(0) == '"')
                && name.charAt(name.length() - 1) == name.charAt(0);
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
