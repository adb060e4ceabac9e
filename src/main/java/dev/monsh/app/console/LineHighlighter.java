package dev.monsh.app.console;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.completion.LineScan;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a line while it is typed: commands and options that there are, and in red what will not parse. */
final class LineHighlighter implements Highlighter {

    private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.bold();
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private final CommandTree tree;
    private final boolean color;

    LineHighlighter(CommandTree tree, boolean color) {
        this.tree = tree;
        this.color = color;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        if (!color) {
            return new AttributedString(buffer);
        }
        LineScan scan = LineScan.of(buffer, tree);
        AttributedStringBuilder line = new AttributedStringBuilder();
        int written = 0;
        for (LineScan.Part part : scan.parts()) {
            line.append(buffer, written, part.lexeme().start());
            boolean typing = part.lexeme().end() == buffer.length();
            line.append(buffer.substring(part.lexeme().start(), part.lexeme().end()), style(part.role(), scan, typing));
            written = part.lexeme().end();
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
