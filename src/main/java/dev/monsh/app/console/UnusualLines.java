package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.ValueKind;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.LineScan;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.ql.Piece;
import dev.monsh.ql.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lines that probably mean something else than they say: an expression without its command, and {@code up}, which is a metric
 * as well as the command that starts the stack.
 */
final class UnusualLines {

    private final ConsoleLoop.SessionControl session;
    private final CommandTree tree;
    private final Languages languages;
    private final Predicate<String> knownMetric;
    private final ValueSource values;

    UnusualLines(
            ConsoleLoop.SessionControl session,
            CommandTree tree,
            Languages languages,
            Predicate<String> knownMetric,
            ValueSource values) {
        this.session = session;
        this.tree = tree;
        this.languages = languages;
        this.knownMetric = knownMetric;
        this.values = values;
    }

    /** Tells whether a line is to be run; where it is not, the user has been told why or has said no. */
    boolean mayRun(String line) {
        LineScan scan = LineScan.of(line, tree);
        if (List.of(List.of("up"), List.of("down")).contains(scan.path())) {
            return confirmed(scan, line);
        }
        Optional<String> meant = expressionCommand(scan, line.strip());
        meant.ifPresent(command -> session.console()
                .error(
                        "monsh: " + first(line) + ": this is an expression, not a command",
                        Optional.of(command + " " + line.strip())));
        return meant.isEmpty();
    }

    private static String first(String line) {
        String text = line.strip().replace('\n', ' ');
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private boolean confirmed(LineScan scan, String line) {
        boolean sure = scan.parts().stream()
                .anyMatch(part -> List.of("-y", "--yes", "-h", "--help", "--dry-run")
                        .contains(part.lexeme().text()));
        if (sure || session.defaults().yes() || !session.canAsk()) {
            return true;
        }
        boolean up = scan.path().getFirst().equals("up");
        String what = scan.parts().stream()
                .filter(part -> part.role() == LineScan.Role.ARGUMENT)
                .map(part -> part.lexeme().text())
                .reduce((a, b) -> a + ", " + b)
                .orElseGet(() -> services());
        String other = up && line.strip().equals("up") ? " (or did you mean: query up?)" : "";
        String answer = session.ask((up ? "up starts " : "down stops ") + what + other + ". Continue? [y/N] ")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean yes = answer.equals("y") || answer.equals("yes");
        if (!yes) {
            session.console().note("nothing was changed");
        }
        return yes;
    }

    private String services() {
        List<String> services = values.services(session.defaults());
        return services.isEmpty() ? "the stack" : "the stack: " + String.join(", ", services);
    }

    /** Returns the command that an expression without one was meant for. */
    private Optional<String> expressionCommand(LineScan scan, String line) {
        boolean unknown = !scan.parts().isEmpty()
                && scan.parts().getFirst().role() == LineScan.Role.UNKNOWN_COMMAND
                && scan.path().isEmpty();
        boolean openQuote = scan.parts().isEmpty() && scan.openQuote() >= 0;
        if (!unknown && !openQuote) {
            return Optional.empty();
        }
        if (isExpression(ValueKind.EXPRESSION, line)) {
            return Optional.of(line.startsWith("{") && hasPipe(line) ? "logs" : "query");
        }
        return isExpression(ValueKind.LOG_EXPRESSION, line) ? Optional.of("logs") : Optional.empty();
    }

    private static boolean hasPipe(String line) {
        return line.contains("|=") || line.contains("|~") || line.contains("| ");
    }

    /** A name alone may be a command with a slip; a known metric and what has brackets is none. */
    private boolean isExpression(ValueKind kind, String line) {
        Reading reading = languages.of(kind).orElseThrow().read(line, 0);
        boolean clean = reading.faults().isEmpty()
                && reading.open().isEmpty()
                && !reading.pieces().isEmpty();
        boolean telling = reading.pieces().stream()
                .anyMatch(piece -> piece.role() == Piece.Role.BRACKET || piece.role() == Piece.Role.OPERATOR);
        return clean
                && (telling
                        || (reading.selectors().size() == 1
                                && values.metricNames(session.defaults()).metrics().stream()
                                        .anyMatch(name -> name.text().equals(line))
                                && knownMetric.test(line)));
    }
}
