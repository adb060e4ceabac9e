package dev.monsh.os;

import java.util.Optional;

/**
 * What {@code /proc/PID/stat} says of a process; see proc(5).
 *
 * @param comm field 2, which may hold blanks and parentheses
 * @param state field 3, for instance {@code S}, or {@code Z} for one that has ended and was not waited for
 * @param session field 6: the process that began the session, see setsid(2)
 * @param startTicks field 22
 */
public record ProcStat(long pid, String comm, char state, long session, long startTicks) {

    private static final int FIELDS_UP_TO_START = 20;

    /** Reads the file's text; empty when it is not of the kernel's form, for instance cut off by the process's end. */
    static Optional<ProcStat> parse(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 1 || close < open) {
            return Optional.empty();
        }
        String[] rest = text.substring(close + 1).trim().split(" ", -1);
        if (rest.length < FIELDS_UP_TO_START) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcStat(
                    Long.parseLong(text.substring(0, open).trim()),
                    text.substring(open + 1, close),
                    rest[0].charAt(0),
                    Long.parseLong(rest[3]),
                    Long.parseLong(rest[FIELDS_UP_TO_START - 1])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
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
