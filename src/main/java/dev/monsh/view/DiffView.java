package dev.monsh.view;

import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import java.nio.charset.StandardCharsets;

/** Changes of files as {@code diff -u} prints them: in colour on a terminal, byte for byte elsewhere. */
public final class DiffView {

    private final Console console;

    public DiffView(Console console) {
        this.console = console;
    }

    /** Prints every change. */
    public void print(FileChanges changes) {
        changes.changes().stream().map(FileChange::diff).forEach(this::print);
    }

    /** Prints what {@code diff -u} gave. */
    public void print(byte[] diff) {
        if (!console.profile().stdoutTerminal()) {
            console.out().bytes(diff);
            return;
        }
        for (String line : new String(diff, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                String shown = Sanitizer.visible(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
                console.out().write(console.theme().paint(style(line), shown));
                console.out().write('\n');
            }
        }
    }

    private static Style style(String line) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return Style.HEADER;
        }
        return switch (line.charAt(0)) {
            case '+' -> Style.GOOD;
            case '-' -> Style.BAD;
            case '@' -> Style.ACCENT;
            default -> Style.PLAIN;
        };
    }
}
