package dev.monsh.app;

import dev.monsh.terminal.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The present size of the terminal's window, asked of {@code stty}.
 *
 * @param columns 0 where it could not be had
 * @param rows 0 where it could not be had
 */
record WindowSize(int columns, int rows) {

    static WindowSize ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] words = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            if (stty.waitFor(1, TimeUnit.SECONDS) && words.length == 2) {
                return new WindowSize(Integer.parseInt(words[1]), Integer.parseInt(words[0]));
            }
        } catch (IOException | NumberFormatException e) {
            // no terminal, or none that tells: the size known from the start stays
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new WindowSize(0, 0);
    }

    Console applyTo(Console console) {
        return console.resized(columns, rows);
    }
}
