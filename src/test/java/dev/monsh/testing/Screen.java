package dev.monsh.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal of a fixed size shows: enough of ECMA-48 and xterm's deferred wrap to follow a line editor. Colours are
 * passed over; every character is one column wide.
 */
final class Screen {

    private static final char ESCAPE = 0x1b;

    private final int columns;
    private final int rows;
    private final List<StringBuilder> lines = new ArrayList<>();
    private final StringBuilder sequence = new StringBuilder();
    private int top;
    private int row;
    private int column;

    Screen(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        lines.add(new StringBuilder());
    }

    /** Takes a character that the program wrote. */
    synchronized void take(char c) {
        if (!sequence.isEmpty()) {
            sequence.append(c);
            inSequence(c);
            return;
        }
        switch (c) {
            case ESCAPE -> sequence.append(c);
            case '\r' -> column = 0;
            case '\n' -> down();
            case '\b' -> column = Math.max(0, Math.min(column, columns) - 1);
            case 0x07, 0x00 -> {}
            default -> put(c);
        }
    }

    /** Returns all lines from the first on, those that have scrolled away included, without the blanks at their ends. */
    synchronized List<String> lines() {
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    /** Returns the text of the cursor's line before the cursor; a line that goes on over several rows is one. */
    synchronized String beforeCursor() {
        StringBuilder text = new StringBuilder(padded(top + row, column).substring(0, column));
        for (int above = top + row - 1; above >= 0 && lines.get(above).length() == columns; above--) {
            text.insert(0, lines.get(above));
        }
        return text.toString();
    }

    /** Returns the text of the cursor's line from the cursor on. */
    synchronized String behindCursor() {
        return padded(top + row, column).substring(column).stripTrailing();
    }

    private void put(char c) {
        if (column == columns) {
            column = 0;
            down();
        }
        padded(top + row, column + 1).setCharAt(column, c);
        column++;
    }

    private void down() {
        if (row + 1 < rows) {
            row++;
        } else {
            top++;
        }
        padded(top + row, 0);
    }

    private StringBuilder padded(int line, int length) {
        while (lines.size() <= line) {
            lines.add(new StringBuilder());
        }
        StringBuilder text = lines.get(line);
        while (text.length() < length) {
            text.append(' ');
        }
        return text;
    }

    private void inSequence(char c) {
        char kind = sequence.charAt(1);
        if (sequence.length() == 2) {
            if ("[]()".indexOf(c) < 0) {
                sequence.setLength(0);
            }
        } else if (kind == ']') {
            boolean ended = c == 0x07 || (c == '\\' && sequence.charAt(sequence.length() - 2) == ESCAPE);
            sequence.setLength(ended ? 0 : sequence.length());
        } else if (kind != '[') {
            sequence.setLength(0);
        } else if (c >= 0x40 && c <= 0x7e) {
            String parameters = sequence.substring(2, sequence.length() - 1);
            sequence.setLength(0);
            control(c, parameters);
        }
    }

    private void control(char end, String parameters) {
        int n = number(parameters, 0, 1);
        switch (end) {
            case 'A' -> row = Math.max(0, row - n);
            case 'B' -> row = Math.min(rows - 1, row + n);
            case 'C' -> column = Math.min(columns - 1, column + n);
            case 'D' -> column = Math.max(0, Math.min(column, columns - 1) - n);
            case 'G' -> column = Math.min(columns, n) - 1;
            case 'd' -> row = Math.min(rows, n) - 1;
            case 'H' -> {
                row = Math.min(rows, n) - 1;
                column = Math.min(columns, number(parameters, 1, 1)) - 1;
            }
            case 'J' -> eraseBelow(number(parameters, 0, 0));
            case 'K' -> eraseLine(number(parameters, 0, 0));
            case 'P' -> {
                StringBuilder line = padded(top + row, column);
                line.delete(column, Math.min(line.length(), column + n));
            }
            case '@' -> padded(top + row, column).insert(column, " ".repeat(n));
            default -> {
                // modes and colours change nothing of the text
            }
        }
    }

    private void eraseBelow(int how) {
        if (how == 2) {
            // what was shown stays readable for the tests: the screen begins anew below it
            top = lines.size();
            padded(top + row, 0);
            return;
        }
        eraseLine(0);
        for (int line = top + row + 1; line < lines.size(); line++) {
            lines.get(line).setLength(0);
        }
    }

    private void eraseLine(int how) {
        StringBuilder line = padded(top + row, column);
        if (how == 0) {
            line.setLength(column);
        } else {
            line.replace(0, how == 2 ? line.length() : column, " ".repeat(how == 2 ? 0 : column));
        }
    }

    private static int number(String parameters, int index, int otherwise) {
        String[] parts = parameters.split(";", -1);
        boolean given = index < parts.length && parts[index].matches("\\d+");
        return given ? Integer.parseInt(parts[index]) : otherwise;
    }
}
