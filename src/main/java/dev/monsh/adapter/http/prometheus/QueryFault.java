package dev.monsh.adapter.http.prometheus;

import dev.monsh.failure.RejectedException;
import java.nio.charset.StandardCharsets;
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
        int before = first ? charactersIn(text, column - 1) : column - 1;
        String caret = " ".repeat(Math.min(before, text.length())) + "^";
        return new RejectedException(fault.what(), fault.why() + "\n  " + text + "\n  " + caret, fault.next(), fault);
    }

    /** Prometheus counts columns in bytes of UTF-8. */
    private static int charactersIn(String text, int bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        return new String(all, 0, Math.min(bytes, all.length), StandardCharsets.UTF_8).length();
    }
}
