package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** The time allowed ran out. */
public final class TimedOutException extends MonshException {

    private static final long serialVersionUID = 1L;

    public TimedOutException(String what, String why) {
        this(what, why, null, null);
    }

    public TimedOutException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public TimedOutException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public TimedOutException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.TIMED_OUT;
    }
}
