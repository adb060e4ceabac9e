package dev.monsh.adapter.nativeengine.process;

import dev.monsh.stack.engine.OutputLine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a service's output from a position on, as it arrives; starts over when the service restarts. */
public final class OutputFollower {

    private static final int CHUNK = 64 * 1024;

    private final String service;
    private final Path file;
    private long position;
    private String unfinished = "";

    /** Takes where in the file to begin, in bytes. */
    public OutputFollower(String service, Path file, long position) {
        this.service = service;
        this.file = file;
        this.position = position;
    }

    /** Hands over the lines that have been finished since the last call. */
    public void poll(Consumer<OutputLine> receiver) {
        String added = new String(added(), StandardCharsets.ISO_8859_1);
        String text = unfinished + added;
        int end = text.lastIndexOf('\n') + 1;
        unfinished = text.substring(end);
        // Cut at line ends as bytes first, so that no character is torn between two polls.
        byte[] whole = text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
        new String(whole, StandardCharsets.UTF_8)
                .lines()
                .map(line -> new OutputLine(service, Optional.empty(), line))
                .forEach(receiver);
    }

    private byte[] added() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < position) {
                position = 0;
                unfinished = "";
            }
            byte[] bytes = new byte[Math.toIntExact(Math.min(CHUNK, in.length() - position))];
            in.seek(position);
            in.readFully(bytes);
            position += bytes.length;
            return bytes;
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
