package dev.monsh.adapter.file;

import dev.monsh.failure.RefusedException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.files.LeadingTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/** The lines of a file from its beginning, a buffer at a time. */
final class LineFile implements AutoCloseable {

    private final Path path;
    private final Labels labels;
    private final LeadingTime leadingTime;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final LineCutter cutter = new LineCutter();
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long time;
    private boolean atEnd;

    private LineFile(Path path, Labels labels, LeadingTime leadingTime) throws IOException {
        this.path = path;
        this.labels = labels;
        this.leadingTime = leadingTime;
        this.time = Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    static LineFile open(Path path, Labels labels, LeadingTime leadingTime) {
        try {
            return new LineFile(path, labels, leadingTime);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    boolean hasNext() {
        while (lines.isEmpty() && !atEnd) {
            fill();
        }
        return !lines.isEmpty();
    }

    /** Returns the time of the next line; there has to be one. */
    long nextTime() {
        LogLine next = lines.peek();
        if (next == null) {
            throw new NoSuchElementException(path.toString());
        }
        return next.timestampNanos();
    }

    LogLine next() {
        return lines.remove();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private void fill() {
        try {
            buffer.clear();
            atEnd = channel.read(buffer) < 0;
            cutter.take(buffer.flip(), this::add);
            if (atEnd) {
                cutter.finish(this::add);
            }
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private void add(String text) {
        time = leadingTime.of(text).orElse(time);
        lines.add(new LogLine(time, labels, text));
    }

    private static RefusedException failure(Path path, IOException e) {
        return new RefusedException(path.toString(), "can't be read: " + e.getMessage(), null, e);
    }
}
