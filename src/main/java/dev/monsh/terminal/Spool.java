package dev.monsh.terminal;

import dev.monsh.failure.PartialException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Bytes kept until they can be written: in memory as long as they are few, then in a file that nobody else can read. */
public final class Spool implements AutoCloseable {

    private static final int CHUNK = 1 << 20;

    private final int chunksInMemory;
    private final List<byte[]> chunks = new ArrayList<>();
    private int usedOfLast = CHUNK;
    private @Nullable FileChannel file;

    /** Keeps so many mebibytes in memory, at least one. */
    public Spool(int mebibytesInMemory) {
        this.chunksInMemory = mebibytesInMemory;
    }

    /** Adds a byte for each character, none of which is above U+00FF. */
    public void bytes(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (usedOfLast == CHUNK) {
                nextChunk();
            }
            chunks.getLast()[usedOfLast++] = (byte) text.charAt(i);
        }
    }

    /** Returns the bytes from the first on, one a call and none beyond the last; nothing may be added afterwards. */
    public IntSupplier read() {
        InputStream all = new BufferedInputStream(stream(), 1 << 16);
        return () -> {
            try {
                int next = all.read();
                if (next < 0) {
                    throw new EOFException("it is shorter than what was written");
                }
                return next;
            } catch (IOException e) {
                throw failure(e);
            }
        };
    }

    private InputStream stream() {
        try {
            List<InputStream> parts = new ArrayList<>();
            if (file != null) {
                parts.add(Channels.newInputStream(file.position(0)));
            }
            for (int i = 0; i < chunks.size(); i++) {
                parts.add(new ByteArrayInputStream(chunks.get(i), 0, i == chunks.size() - 1 ? usedOfLast : CHUNK));
            }
            return new SequenceInputStream(Collections.enumeration(parts));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void nextChunk() {
        if (chunks.size() >= chunksInMemory) {
            spill();
        } else {
            chunks.add(new byte[CHUNK]);
        }
        usedOfLast = 0;
    }

    private void spill() {
        try {
            if (file == null) {
                // on Linux the name is gone at once, so that nothing stays behind whatever ends the program
                file = FileChannel.open(
                        Files.createTempFile("monsh", ".spool"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            }
            for (byte[] chunk : chunks) {
                ByteBuffer bytes = ByteBuffer.wrap(chunk);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
        } catch (IOException e) {
            throw failure(e);
        }
        byte[] reused = chunks.getFirst();
        chunks.clear();
        chunks.add(reused);
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static PartialException failure(IOException e) {
        return new PartialException(
                "temporary file",
                "the answer could not be kept: " + e.getMessage() + "; TMPDIR names the folder",
                null,
                e);
    }
}
