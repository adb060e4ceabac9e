package dev.monsh.testing;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that takes nothing. */
public final class FailingStream extends OutputStream {

    private final String reason;

    public FailingStream(String reason) {
        this.reason = reason;
    }

    /** Returns one whose reader has gone. */
    public static FailingStream closedPipe() {
        return new FailingStream("Broken pipe");
    }

    @Override
    public void write(int b) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        throw new IOException(reason);
    }
}
