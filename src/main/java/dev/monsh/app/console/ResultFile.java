package dev.monsh.app.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file behind {@code > FILE} or {@code >> FILE}. It is opened before the command runs, so that a file that can't be
 * written is said at once, and emptied with its first byte or at its end: a mistyped command leaves what was in it.
 */
final class ResultFile extends OutputStream {

    private final Path path;
    private final boolean append;
    private final boolean created;
    private final OutputStream end;
    private boolean begun;
    private boolean left;

    private ResultFile(Path path, boolean append, boolean created, OutputStream end) {
        this.path = path;
        this.append = append;
        this.created = created;
        this.end = end;
    }

    static ResultFile open(Path path, boolean append) throws IOException {
        boolean created = Files.notExists(path);
        OutputStream end = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new ResultFile(path, append, created, end);
    }

    /** Leaves it as it was found, unless something was written. */
    void leave() {
        left = !begun;
    }

    private void begin() throws IOException {
        // a device or a pipe can't be cut
        if (!begun && !append && Files.isRegularFile(path)) {
            Files.newOutputStream(path, StandardOpenOption.TRUNCATE_EXISTING).close();
        }
        begun = true;
        left = false;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begin();
        end.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        try (end) {
            if (!left) {
                begin();
            }
        }
        if (left && created) {
            Files.deleteIfExists(path);
        }
    }
}
