package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.completion.BareExpression;
import dev.monsh.cli.completion.LineScan;
import dev.monsh.cli.completion.ValueSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Lines that probably mean something else than they say: an expression without its command, and {@code up}, which is a metric
 * as well as the command that starts the stack.
 */
final class UnusualLines {

    private final ConsoleLoop.SessionControl session;
    private final CommandTree tree;
    private final BareExpression expressions;
    private final ValueSource values;
    private final BooleanSupplier runsBare;

    UnusualLines(
            ConsoleLoop.SessionControl session,
            CommandTree tree,
            BareExpression expressions,
            ValueSource values,
            BooleanSupplier runsBare) {
        this.session = session;
        this.tree = tree;
        this.expressions = expressions;
        this.values = values;
        this.runsBare = runsBare;
    }

    /** Returns the line that is to be run; empty where the user has been told why not or has said no. */
    Optional<String> runnable(String line) {
        LineScan scan = LineScan.of(line, tree);
        if (List.of(List.of("up"), List.of("down")).contains(scan.path())) {
            return confirmed(scan, line) ? Optional.of(line) : Optional.empty();
        }
        Optional<String> meant = expressions.command(line).map(command -> command + " " + line.strip());
        if (meant.isEmpty() || runsBare.getAsBoolean()) {
            return meant.or(() -> Optional.of(line));
        }
        session.console().error("monsh: " + first(line) + ": this is an expression, not a command", meant);
        return Optional.empty();
    }

    private static String first(String line) {
        String text = line.strip().replace('\n', ' ');
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private boolean confirmed(LineScan scan, String line) {
        if (scan.isSure() || session.defaults().yes() || !session.canAsk()) {
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
}
