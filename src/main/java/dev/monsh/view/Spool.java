package dev.monsh.view;

import dev.monsh.failure.PartialException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes kept until they can be written: in memory as long as they are few, then in a file that nobody else can read. */
final class Spool implements AutoCloseable {

    private static final int CHUNK = 1 << 20;

    private final int chunksInMemory;
    private final List<byte[]> chunks = new ArrayList<>();
    private int usedOfLast = CHUNK;
    private @Nullable OutputStream file;
    private Path path = Path.of("");

    Spool(int chunksInMemory) {
        this.chunksInMemory = chunksInMemory;
    }

    /** Adds a byte for each character, none of which is above U+00FF. */
    void bytes(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (usedOfLast == CHUNK) {
                nextChunk();
            }
            chunks.getLast()[usedOfLast++] = (byte) text.charAt(i);
        }
    }

    /** Returns all the bytes from the first on; nothing may be added afterwards. */
    InputStream read() {
        try {
            List<InputStream> parts = new ArrayList<>();
            if (file != null) {
                file.flush();
                parts.add(Files.newInputStream(path));
            }
            for (int i = 0; i < chunks.size(); i++) {
                parts.add(new ByteArrayInputStream(chunks.get(i), 0, i == chunks.size() - 1 ? usedOfLast : CHUNK));
            }
            return new java.io.SequenceInputStream(Collections.enumeration(parts));
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
                path = Files.createTempFile("monsh", ".spool");
                file = new BufferedOutputStream(
                        Files.newOutputStream(path, StandardOpenOption.DELETE_ON_CLOSE, StandardOpenOption.WRITE),
                        CHUNK);
            }
            for (byte[] chunk : chunks) {
                file.write(chunk);
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

    static PartialException failure(IOException e) {
        return new PartialException(
                "temporary file",
                "the answer could not be kept: " + e.getMessage() + "; TMPDIR names the folder",
                null,
                e);
    }
}
