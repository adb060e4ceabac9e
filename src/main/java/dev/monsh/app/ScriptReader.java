package dev.monsh.app;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script a command at a time, so that commands that are piped in run as they come. A backslash at the end of a line
 * continues it.
 */
public final class ScriptReader implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 20;

    private final String name;
    private final BufferedReader lines;
    private int lineNumber;
    private boolean afterReturn;

    private ScriptReader(String name, InputStream in) {
        this.name = name;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * One command.
     *
     * @param line the number of its first line, from 1
     */
    public record Step(int line, String text) {}

    /** Opens a file. */
    public static ScriptReader ofFile(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new UsageException(file.toString(), "is a folder, not a script");
            }
            return new ScriptReader(file.toString(), Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new UsageException(file.toString(), "file not found", null, e);
        } catch (AccessDeniedException e) {
            throw new dev.monsh.failure.RefusedException(file.toString(), "permission denied", null, e);
        } catch (IOException e) {
            throw new UsageException(file.toString(), "can't be read: " + e.getMessage(), null, e);
        }
    }

    /** Reads from a stream; closing the reader leaves it open. */
    public static ScriptReader ofStream(String name, InputStream in) {
        return new ScriptReader(name, in);
    }

    /** Returns the name used in failure messages. */
    public String name() {
        return name;
    }

    /** Returns the next command, or null at the end. Lines with nothing but a comment are passed over. */
    public @Nullable Step next() {
        try {
            for (String line = readLine(); line != null; line = readLine()) {
                // an editor on Windows may have put a byte order mark first
                String text = lineNumber == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
                String stripped = text.strip();
                if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                    return new Step(lineNumber, continued(text));
                }
            }
            return null;
        } catch (IOException e) {
            throw new RejectedException(name, "can't be read: " + e.getMessage(), null, e);
        }
    }

    private String continued(String first) throws IOException {
        StringBuilder command = new StringBuilder(first);
        while (endsWithContinuation(command)) {
            command.setLength(command.length() - 1);
            String line = readLine();
            if (line == null) {
                break;
            }
            command.append(line);
            if (command.length() > LONGEST_LINE) {
                throw tooLong();
            }
        }
        return command.toString();
    }

    /** Reads a line and counts it; a device or a binary file would otherwise be read until memory is full. */
    private @Nullable String readLine() throws IOException {
        int c = lines.read();
        if (afterReturn && c == '\n') {
            c = lines.read();
        }
        afterReturn = false;
        if (c < 0) {
            return null;
        }
        lineNumber++;
        StringBuilder line = new StringBuilder();
        for (; c >= 0 && c != '\n' && c != '\r'; c = lines.read()) {
            if (c == 0) {
                throw new UsageException(name + ":" + lineNumber, "contains a NUL byte: not a text file");
            }
            if (line.length() == LONGEST_LINE) {
                throw tooLong();
            }
            line.append((char) c);
        }
        // reading the line feed that may follow now would hold a command back that is piped in
        afterReturn = c == '\r';
        return line.toString();
    }

    private UsageException tooLong() {
        return new UsageException(name + ":" + lineNumber, "the line is longer than 1 MiB");
    }

    /** An even number of backslashes is so many protected ones. */
    private static boolean endsWithContinuation(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new RejectedException(name, "can't be closed: " + e.getMessage(), null, e);
        }
    }
}
