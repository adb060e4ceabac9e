package dev.monsh.failure;

/** What the process tells its caller when it ends. The numbers are a contract with scripts. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Done, and the answer is no: nothing matched, unhealthy, drift found, empty where that was refused. */
    NO(1),
    /** The call or the configuration is wrong. */
    USAGE(2),
    /** The other end can't be reached. */
    UNREACHABLE(3),
    /** The other end refuses: authentication or permission. */
    REFUSED(4),
    /** The other end rejects the request: bad query, bad configuration. */
    REJECTED(5),
    /** Some boxes, lines or parts failed. */
    PARTIAL(6),
    /** Changed underneath, locked, port taken. */
    CONFLICT(7),
    /** The time allowed ran out. */
    TIMED_OUT(8),
    /** A fault in monsh itself. */
    FAULT(70),
    /** Ended by Ctrl-C. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** Returns the number that the process exits with. */
    public int code() {
        return code;
    }

    /** Returns the code with that number. */
    public static ExitCode of(int code) {
        for (ExitCode each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new IllegalArgumentException("no exit code " + code);
    }
}
