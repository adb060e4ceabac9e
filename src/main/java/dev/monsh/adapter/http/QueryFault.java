package dev.monsh.adapter.http;

import dev.monsh.failure.RejectedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows where in an expression the server found a fault: its message, the line, and a caret under the position. */
final class QueryFault {

    /** Prometheus: {@code 1:7: parse error: …}; Loki: {@code parse error at line 1, col 7: …}. */
    private static final Pattern POSITION =
            Pattern.compile("(?:(\\d+):(\\d+): parse error|parse error(?: :| at) line (\\d+), col (\\d+))");

    private QueryFault() {}

    static RejectedException pointedAt(RejectedException fault, String expression) {
        Matcher matcher = POSITION.matcher(fault.why());
        if (!matcher.find()) {
            return fault;
        }
        boolean first = matcher.group(1) != null;
        int line = Integer.parseInt(matcher.group(first ? 1 : 3));
        int column = Integer.parseInt(matcher.group(first ? 2 : 4));
        List<String> lines = expression.lines().toList();
        if (line < 1 || line > lines.size() || column < 1) {
            return fault;
        }
        String text = lines.get(line - 1).replace('\t', ' ');
        String caret = " ".repeat(Math.min(column - 1, text.length())) + "^";
        return new RejectedException(fault.what(), fault.why() + "\n  " + text + "\n  " + caret, fault.next(), fault);
    }
}
