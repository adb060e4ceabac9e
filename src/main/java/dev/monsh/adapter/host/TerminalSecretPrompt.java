package dev.monsh.adapter.host;

import dev.monsh.box.SecretValue;
import dev.monsh.gateway.host.SecretPrompt;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks on the terminal that the program was started from, also where its standard input and output are not one. What is typed
 * is not shown: stty(1) sets that, and sets it back whatever happens.
 */
public final class TerminalSecretPrompt implements SecretPrompt {

    private static final int LONGEST = 4096;
    private static final Duration STTY_PATIENCE = Duration.ofSeconds(5);

    private final Path terminal;

    public TerminalSecretPrompt() {
        this(Path.of("/dev/tty"));
    }

    TerminalSecretPrompt(Path terminal) {
        this.terminal = terminal;
    }

    @Override
    public Optional<SecretValue> ask(String question) {
        if (!stty("-echo")) {
            return Optional.empty();
        }
        Thread restore = new Thread(() -> stty("echo"), "echo");
        Runtime.getRuntime().addShutdownHook(restore);
        try (InputStream in = Files.newInputStream(terminal);
                OutputStream out = Files.newOutputStream(terminal)) {
            out.write(question.replaceAll("\\p{Cntrl}", "?").getBytes(StandardCharsets.UTF_8));
            out.flush();
            Optional<SecretValue> answer = line(in);
            out.write('\n');
            return answer;
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            stty("echo");
            forget(restore);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending, and the hook is doing its work
        }
    }

    private static Optional<SecretValue> line(InputStream in) throws IOException {
        byte[] typed = new byte[LONGEST];
        int length = 0;
        for (int next = in.read(); next >= 0 && next != '\n' && length < LONGEST; next = in.read()) {
            typed[length++] = (byte) next;
        }
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(typed, 0, length));
        char[] chars = new char[decoded.length()];
        decoded.get(chars);
        Arrays.fill(typed, (byte) 0);
        SecretValue value = new SecretValue(chars);
        Arrays.fill(chars, '\0');
        return length == 0 ? Optional.empty() : Optional.of(value);
    }

    /** Sets the terminal; tells whether there is one. */
    private boolean stty(String mode) {
        return Program.of(List.of("stty", mode), Map.of(), STTY_PATIENCE)
                .reading(new ProgramInput.FromFile(terminal))
                .run()
                .success()
                .isPresent();
    }
}
