package dev.monsh.cli.completion;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.ValueKind;
import dev.monsh.ql.Piece;
import dev.monsh.ql.Reading;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Recognises an expression of PromQL or LogQL that was typed without its command. */
public final class BareExpression {

    private final Supplier<CommandTree> tree;
    private final Languages languages;
    private final Predicate<String> metric;

    /**
     * Takes what tells expressions from commands.
     *
     * @param metric whether a single word is known to be a metric
     */
    public BareExpression(Supplier<CommandTree> tree, Languages languages, Predicate<String> metric) {
        this.tree = tree;
        this.languages = languages;
        this.metric = metric;
    }

    /** Returns the command that the expression was meant for: {@code query} or {@code logs}; empty for any other line. */
    public Optional<String> command(String line) {
        String text = line.strip();
        LineScan scan = LineScan.of(text, tree.get());
        boolean unknown = !scan.parts().isEmpty()
                && scan.parts().getFirst().role() == LineScan.Role.UNKNOWN_COMMAND
                && scan.path().isEmpty();
        boolean openQuote = scan.parts().isEmpty() && scan.openQuote() >= 0;
        if (!unknown && !openQuote) {
            return Optional.empty();
        }
        if (isExpression(ValueKind.EXPRESSION, text)) {
            return Optional.of(text.startsWith("{") && hasPipe(text) ? "logs" : "query");
        }
        return isExpression(ValueKind.LOG_EXPRESSION, text) ? Optional.of("logs") : Optional.empty();
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
        return clean && (telling || (reading.selectors().size() == 1 && metric.test(line)));
    }
}
