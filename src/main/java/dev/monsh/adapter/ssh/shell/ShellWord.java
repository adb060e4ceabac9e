package dev.monsh.adapter.ssh.shell;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a command line that a remote login shell reads. */
public final class ShellWord {

    private ShellWord() {}

    /**
     * Returns text as one word that no shell changes: within single quotes, which POSIX (Shell Command Language, 2.2.2) and
     * the C shells read alike but for a line break and {@code !} in the latter; both come through in POSIX shells and fish.
     */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    public static String line(List<String> words) {
        return words.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
    }
}
