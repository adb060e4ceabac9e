package dev.monsh.os;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What {@code /proc/PID/stat} says of a process; see proc(5).
 *
 * @param comm field 2, one char a byte, which may hold blanks and parentheses
 * @param state field 3, for instance {@code S}, or {@code Z} for one that has ended and was not waited for
 * @param ppid field 4: the parent
 * @param session field 6: the process that began the session, see setsid(2)
 * @param userTicks field 14: time on the processor in user mode, in hundredths of a second
 * @param systemTicks field 15: time on the processor in kernel mode, in hundredths of a second
 * @param threads field 20
 * @param startTicks field 22: when the process started, in hundredths of a second after the machine did
 * @param residentPages field 24: the memory that it has in use, in pages; 0 where the line ends before it
 */
public record ProcStat(
        long pid,
        String comm,
        char state,
        long ppid,
        long session,
        long userTicks,
        long systemTicks,
        long threads,
        long startTicks,
        long residentPages) {

    private static final int STATE = 3;
    private static final int PARENT = 4;
    private static final int SESSION = 6;
    private static final int USER_TIME = 14;
    private static final int SYSTEM_TIME = 15;
    private static final int THREADS = 20;
    private static final int START = 22;
    private static final int RESIDENT = 24;

    /**
     * Reads the file's first bytes; empty when it is not of the kernel's form, for instance cut off by the process's
     * end. The last closing parenthesis ends the name.
     */
    public static Optional<ProcStat> parse(byte[] bytes, int size) {
        int open = 0;
        while (open < size && bytes[open] != '(') {
            open++;
        }
        int close = size - 1;
        while (close > open && bytes[close] != ')') {
            close--;
        }
        return close <= open ? Optional.empty() : parse(bytes, size, open, close);
    }

    private static Optional<ProcStat> parse(byte[] bytes, int size, int open, int close) {
        long[] fields = new long[RESIDENT + 1];
        char state = ' ';
        int at = close + 1;
        for (int field = STATE; field <= RESIDENT; field++) {
            while (at < size && isSpace(bytes[at])) {
                at++;
            }
            if (at == size && field <= START) {
                return Optional.empty();
            }
            if (at == size) {
                break;
            }
            if (field == STATE) {
                state = (char) bytes[at];
            }
            fields[field] = number(bytes, at, size);
            while (at < size && !isSpace(bytes[at])) {
                at++;
            }
        }
        long pid = number(bytes, 0, Math.max(open - 1, 0));
        if (pid < 0 || fields[PARENT] < 0 || fields[SESSION] < 0 || fields[START] < 0) {
            return Optional.empty();
        }
        return Optional.of(new ProcStat(
                pid,
                new String(bytes, open + 1, close - open - 1, StandardCharsets.ISO_8859_1),
                state,
                fields[PARENT],
                fields[SESSION],
                fields[USER_TIME],
                fields[SYSTEM_TIME],
                fields[THREADS],
                fields[START],
                fields[RESIDENT]));
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
        boolean whole = at == size || isSpace(bytes[at]);
        return at > from && whole ? value : -1;
    }

    /** Returns whether the process began its session. */
    public boolean leadsSession() {
        return pid == session;
    }

    /** Returns whether the process has ended, although its parent has not taken note yet. */
    boolean ended() {
        return state == 'Z' || state == 'X';
    }
}
