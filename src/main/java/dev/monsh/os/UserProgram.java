package dev.monsh.os;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the user's own choice, on the user's terminal and with monsh's own environment: an editor, or what a command's
 * results go to. It may take as long as the user likes.
 */
public final class UserProgram {

    /** The exit status of what Ctrl-C has ended. */
    public static final int INTERRUPTED = 130;

    private final Process process;

    private UserProgram(Process process) {
        this.process = process;
    }

    /** Gives a line to the shell, with the parameters {@code $1}, {@code $2} … */
    public static UserProgram onTerminal(String line, String... parameters) throws IOException {
        return new UserProgram(shell(line, parameters).inheritIO().start());
    }

    /** Gives a line to the shell that is to read {@link #input}, and writes to the terminal. */
    public static UserProgram fed(String line, Path folder) throws IOException {
        return new UserProgram(shell(line)
                .directory(folder.toFile())
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start());
    }

    private static ProcessBuilder shell(String line, String... parameters) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", line, "sh"));
        words.addAll(List.of(parameters));
        return new ProcessBuilder(words);
    }

    /** Returns what the program reads; to be closed. One that has stopped reading is a broken pipe, whatever the JDK calls it. */
    public OutputStream input() {
        return new Pipe(process.getOutputStream());
    }

    /** Waits for the end and returns the exit status; ends the program when this thread is interrupted. */
    public int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }

    /** The JDK closes the stream when the program ends, and then names that instead of the pipe. */
    private static final class Pipe extends FilterOutputStream {

        Pipe(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new IOException("Broken pipe", e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw new IOException("Broken pipe", e);
            }
        }
    }

    /** Waits for the end of a program that takes Ctrl-C for a key; an interruption of this thread is kept for afterwards. */
    public void awaitUninterrupted() {
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
