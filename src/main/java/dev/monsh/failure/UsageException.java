package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** The call is wrong: an unknown command or option, a missing or malformed value. */
public final class UsageException extends MonshException {

    private static final long serialVersionUID = 1L;

    public UsageException(String what, String why) {
        this(what, why, null, null);
    }

    public UsageException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public UsageException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public UsageException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }
}
