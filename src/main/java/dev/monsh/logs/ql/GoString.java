package dev.monsh.logs.ql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads an interpreted string of Go: the language specification, section "String literals". */
final class GoString {

    private static final String SIMPLE = "abfnrtv\\\"";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b\\\"";

    private final LogQlScanner scanner;
    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int position;

    private GoString(LogQlScanner scanner, String text, int start) {
        this.scanner = scanner;
        this.text = text;
        this.position = start + 1;
    }

    /** Reads the string whose opening quote stands at the offset, and moves the scanner behind it. */
    static String read(LogQlScanner scanner, String text, int start) {
        GoString string = new GoString(scanner, text, start);
        while (true) {
            if (string.position >= text.length() || text.charAt(string.position) == '\n') {
                throw scanner.fault(start, "this quote is not closed");
            }
            char c = text.charAt(string.position);
            if (c == '"') {
                scanner.moveTo(string.position + 1);
                return string.bytes.toString(StandardCharsets.UTF_8);
            }
            if (c == '\\') {
                string.escape();
            } else {
                int point = text.codePointAt(string.position);
                string.add(point);
                string.position += Character.charCount(point);
            }
        }
    }

    private void escape() {
        char kind = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
        int simple = SIMPLE.indexOf(kind);
        if (simple >= 0) {
            bytes.write(MEANT.charAt(simple));
            position += 2;
            return;
        }
        switch (kind) {
            case 'x' -> bytes.write(number(2, 2, 16));
            case 'u' -> add(number(2, 4, 16));
            case 'U' -> add(number(2, 8, 16));
            case '0', '1', '2', '3' -> bytes.write(number(1, 3, 8));
            default -> throw scanner.fault(position, "unknown escape \\" + kind + " (a regex is easier in backticks)");
        }
    }

    private int number(int skip, int digits, int radix) {
        int end = position + skip + digits;
        try {
            int value = Integer.parseUnsignedInt(text.substring(position + skip, end), radix);
            position = end;
            return value;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw scanner.fault(position, "expected an escape with " + digits + " digits");
        }
    }

    private void add(int point) {
        if (!Character.isValidCodePoint(point)) {
            throw scanner.fault(position, "no such character");
        }
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }
}
