package dev.monsh.app;

import dev.monsh.os.Program;
import dev.monsh.os.ProgramInput;
import dev.monsh.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The present size of the terminal's window, asked of {@code stty}.
 *
 * @param columns 0 where it could not be had
 * @param rows 0 where it could not be had
 */
record WindowSize(int columns, int rows) {

    private static final WindowSize UNKNOWN = new WindowSize(0, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static WindowSize ask() {
        return Program.of(List.of("stty", "size"), Map.of(), PATIENCE)
                .reading(new ProgramInput.FromFile(Path.of("/dev/tty")))
                .run()
                .success()
                .map(stty -> parse(stty.outText()))
                .orElse(UNKNOWN);
    }

    private static WindowSize parse(String text) {
        String[] words = text.strip().split(" ", -1);
        try {
            return words.length == 2 ? new WindowSize(Integer.parseInt(words[1]), Integer.parseInt(words[0])) : UNKNOWN;
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    Console applyTo(Console console) {
        return console.resized(columns, rows);
    }
}
