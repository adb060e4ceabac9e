package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.ValueKind;
import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.LineScan;
import dev.monsh.cli.completion.Names;
import dev.monsh.ql.Fault;
import dev.monsh.ql.Piece;
import dev.monsh.ql.Reading;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * Colours a line while it is typed: commands and options that there are, the parts of an expression, and in red what will not
 * parse.
 */
final class LineHighlighter implements Highlighter {

    private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.bold();
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle UNKNOWN =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW).underline();
    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private final CommandTree tree;
    private final Languages languages;
    private final Function<ValueKind, Names> names;
    private final boolean color;

    LineHighlighter(CommandTree tree, Languages languages, Function<ValueKind, Names> names, boolean color) {
        this.tree = tree;
        this.languages = languages;
        this.names = names;
        this.color = color;
    }

    @Override
    public AttributedString highlight(@Nullable LineReader reader, String buffer) {
        if (!color) {
            return new AttributedString(buffer);
        }
        LineScan scan = LineScan.of(buffer, tree);
        AttributedStringBuilder line = new AttributedStringBuilder();
        int written = 0;
        for (LineScan.Part part : scan.parts()) {
            int start = part.lexeme().start();
            int end = part.lexeme().end();
            line.append(buffer, written, start);
            Optional<ValueKind> language = language(part, scan);
            if (language.isPresent()) {
                int cursor = reader == null ? -1 : reader.getBuffer().cursor() - start;
                line.append(expression(buffer.substring(start, end), language.get(), cursor));
            } else {
                line.append(buffer.substring(start, end), style(part.role(), scan, end == buffer.length()));
            }
            written = end;
        }
        int open = scan.openQuote();
        if (open >= written) {
            line.append(buffer, written, open);
            line.append(buffer.substring(open), WRONG);
        } else {
            line.append(buffer, written, buffer.length());
        }
        return line.toAttributedString();
    }

    private Optional<ValueKind> language(LineScan.Part part, LineScan scan) {
        return part.role() == LineScan.Role.EXPRESSION
                ? scan.command()
                        .map(command -> command.arguments().getLast().kind())
                        .filter(kind -> languages.of(kind).isPresent())
                : Optional.empty();
    }

    private AttributedString expression(String text, ValueKind kind, int cursor) {
        Reading reading = languages.of(kind).orElseThrow().read(text, text.length());
        BracketPair pair = BracketPair.at(text, reading.pieces(), cursor);
        int braces = 0;
        AttributedStringBuilder line = new AttributedStringBuilder();
        int written = 0;
        for (Piece piece : reading.pieces()) {
            line.append(text, written, piece.start());
            String part = text.substring(piece.start(), piece.end());
            boolean typing = piece.end() == text.length();
            braces += part.equals("{") ? 1 : part.equals("}") ? -1 : 0;
            AttributedStyle style = faulty(piece, reading)
                    ? WRONG.underline()
                    : style(piece, part, typing, names.apply(kind), braces > 0);
            line.append(part, pair.has(piece) ? style.bold().inverse() : style);
            written = piece.end();
        }
        return line.append(text, written, text.length()).toAttributedString();
    }

    private static boolean faulty(Piece piece, Reading reading) {
        return reading.faults().stream().anyMatch(fault -> covers(fault, piece));
    }

    private static boolean covers(Fault fault, Piece piece) {
        return fault.start() <= piece.start() && piece.end() <= fault.end();
    }

    private static AttributedStyle style(Piece piece, String part, boolean typing, Names known, boolean inSelector) {
        return switch (piece.role()) {
            // a name that is still being typed may yet become one
            case METRIC -> typing || known.knows(part) ? AttributedStyle.DEFAULT : UNKNOWN;
            case FUNCTION -> AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
            case KEYWORD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
            // elsewhere a label may be one that the expression itself makes
            case LABEL ->
                typing || !inSelector || known.knowsLabel(part)
                        ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)
                        : UNKNOWN;
            case STRING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case NUMBER, DURATION -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
            case COMMENT -> AttributedStyle.DEFAULT.faint();
            case OPERATOR, BRACKET, PLAIN -> AttributedStyle.DEFAULT;
            case FAULT -> WRONG.underline();
        };
    }

    private AttributedStyle style(LineScan.Role role, LineScan scan, boolean typing) {
        return switch (role) {
            case COMMAND -> COMMAND;
            case OPTION -> OPTION;
            // a word that is still being typed may yet become one
            case UNKNOWN_COMMAND -> typing && mayBecome(scan) ? AttributedStyle.DEFAULT : WRONG;
            case UNKNOWN_OPTION -> typing ? AttributedStyle.DEFAULT : WRONG;
            case VALUE, ARGUMENT, EXPRESSION -> AttributedStyle.DEFAULT;
        };
    }

    private boolean mayBecome(LineScan scan) {
        String word = scan.parts().getLast().lexeme().text();
        return tree.next(scan.path()).stream().anyMatch(next -> next.startsWith(word));
    }

    @Override
    public void setErrorPattern(Pattern errorPattern) {}

    @Override
    public void setErrorIndex(int errorIndex) {}
}
