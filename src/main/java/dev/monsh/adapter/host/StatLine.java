package dev.monsh.adapter.host;

import dev.monsh.process.gotext.GoText;
import java.util.Optional;

/**
 * What is needed of {@code /proc/PID/stat} (proc_pid_stat(5)).
 *
 * @param startTicks when the process started, in hundredths of a second after the machine did
 */
record StatLine(String comm, int ppid, long startTicks) {

    private static final int PPID_FIELD = 2;
    private static final int START_FIELD = 20;

    /** Reads a line; empty where it is not one. The name may hold blanks and parentheses: the last ) ends it. */
    static Optional<StatLine> parse(byte[] bytes, int size) {
        int open = 0;
        while (open < size && bytes[open] != '(') {
            open++;
        }
        int close = size - 1;
        while (close > open && bytes[close] != ')') {
            close--;
        }
        if (close <= open) {
            return Optional.empty();
        }
        long ppid = -1;
        int field = 0;
        int at = close + 1;
        while (at < size) {
            while (at < size && isSpace(bytes[at])) {
                at++;
            }
            field++;
            if (field == PPID_FIELD) {
                ppid = number(bytes, at, size);
            } else if (field == START_FIELD) {
                long start = number(bytes, at, size);
                return ppid < 0 || start < 0
                        ? Optional.empty()
                        : Optional.of(new StatLine(GoText.decode(bytes, open + 1, close), (int) ppid, start));
            }
            while (at < size && !isSpace(bytes[at])) {
                at++;
            }
        }
        return Optional.empty();
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t';
    }

    /** Returns the number at the index; -1 where there is none. */
    private static long number(byte[] bytes, int from, int size) {
        long value = 0;
        int at = from;
        while (at < size && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        return at == from ? -1 : value;
    }
}
