package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** Some boxes, lines or parts failed; what could be done was done. */
public final class PartialException extends MonshException {

    private static final long serialVersionUID = 1L;

    public PartialException(String what, String why) {
        this(what, why, null, null);
    }

    public PartialException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public PartialException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public PartialException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.PARTIAL;
    }
}
