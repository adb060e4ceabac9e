package dev.monsh.terminal;

import dev.monsh.failure.PartialException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A buffered UTF-8 writer over one of the program's streams. A reader that has gone ends the program quietly; any other
 * fault of the stream is a failure, since results would be missing.
 */
public final class Output extends Writer {

    private static final int BUFFER = 32 * 1024;

    private final OutputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    /** The first half of a character beyond U+FFFF whose second half comes with the next write; 0 for none. */
    private char firstHalf;

    private volatile Runnable beforeSending = () -> {};

    /** Writes to a stream that does no buffering of its own. */
    public Output(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int c) {
        if (c < 0x80 && firstHalf == 0) {
            room(1);
            buffer[used++] = (byte) c;
        } else {
            write(String.valueOf((char) c));
        }
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int from, int length) {
        if (firstHalf != 0 && length > 0) {
            String joined = firstHalf + text.substring(from, from + length);
            firstHalf = 0;
            write(joined, 0, joined.length());
            return;
        }
        int end = from + length;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                encode(text, i, end);
                return;
            }
            if (used == BUFFER) {
                drain();
            }
            buffer[used++] = (byte) c;
        }
    }

    private void encode(String text, int from, int end) {
        char last = text.charAt(end - 1);
        int whole = Character.isHighSurrogate(last) ? end - 1 : end;
        bytes(text.substring(from, whole).getBytes(StandardCharsets.UTF_8));
        firstHalf = whole < end ? last : 0;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        write(new String(characters, from, length));
    }

    @Override
    public Output append(CharSequence text) {
        write(text.toString());
        return this;
    }

    @Override
    public Output append(char c) {
        write(c);
        return this;
    }

    /** Writes bytes as they are. */
    public void bytes(byte[] bytes) {
        bytes(bytes, 0, bytes.length);
    }

    /** Writes bytes as they are. */
    public void bytes(byte[] bytes, int from, int length) {
        endHalf();
        if (length >= BUFFER) {
            drain();
            send(bytes, from, length);
            return;
        }
        room(length);
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
    }

    /** Returns a stream that writes here. Closing it does nothing. */
    public OutputStream asStream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                endHalf();
                room(1);
                buffer[used++] = (byte) b;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                Output.this.bytes(bytes, from, length);
            }

            @Override
            public void flush() {
                Output.this.flush();
            }
        };
    }

    @Override
    public void flush() {
        endHalf();
        drain();
        try {
            stream.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Flushes only: the streams of the program stay open to its end. */
    @Override
    public void close() {
        flush();
    }

    /** A half whose other half never came is no character; it is written as the encoder writes it. */
    private void endHalf() {
        if (firstHalf != 0) {
            firstHalf = 0;
            room(1);
            buffer[used++] = '?';
        }
    }

    private void room(int bytes) {
        if (used + bytes > BUFFER) {
            drain();
        }
    }

    private void drain() {
        int pending = used;
        used = 0;
        if (pending > 0) {
            send(buffer, 0, pending);
        }
    }

    /** Does something each time before bytes leave: a passing text on the terminal has to be erased first. */
    public void beforeSending(Runnable action) {
        beforeSending = action;
    }

    private void send(byte[] bytes, int from, int length) {
        beforeSending.run();
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(IOException e) {
        String reason = String.valueOf(e.getMessage());
        // the JDK has no type for EPIPE; the text is strerror's under the C locale that the launcher sets
        if (reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
            return new ClosedPipeException(e);
        }
        return new PartialException("output", "not all of it could be written: " + reason, null, e);
    }
}
