package dev.monsh.terminal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the terminal, decided once at the start.
 *
 * @param width in columns; of no meaning when stdout is no terminal
 * @param height in rows
 * @param escapes whether the terminal takes escape sequences at all: not without TERM, nor with {@code TERM=dumb}
 * @param color whether escape sequences for colour may be written
 * @param unicode whether the user's locale is UTF-8
 * @param braille whether the font can be expected to hold U+2800 and on
 */
public record TerminalProfile(
        boolean stdinTerminal,
        boolean stdoutTerminal,
        boolean stderrTerminal,
        int width,
        int height,
        boolean escapes,
        boolean color,
        boolean unicode,
        boolean braille) {

    private static final int DEFAULT_WIDTH = 80;
    private static final int DEFAULT_HEIGHT = 24;

    /**
     * Decides the profile.
     *
     * @param terminals three characters, {@code 1} where stdin, stdout and stderr are terminals; null when the launcher did
     *     not say
     * @param size {@code ROWS COLUMNS} as {@code stty size} prints them; null or empty when not known
     */
    public static TerminalProfile decide(
            @Nullable String terminals, @Nullable String size, Map<String, String> environment) {
        String flags = terminals == null || terminals.length() != 3 ? withoutLauncher() : terminals;
        boolean stdout = flags.charAt(1) == '1';
        String term = environment.getOrDefault("TERM", "");
        boolean dumb = term.isEmpty() || term.equals("dumb");
        boolean unicode = isUtf8(environment);
        // https://no-color.org: any value but the empty one
        boolean color =
                stdout && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        int[] rowsAndColumns = rowsAndColumns(size, environment);
        return new TerminalProfile(
                flags.charAt(0) == '1',
                stdout,
                flags.charAt(2) == '1',
                rowsAndColumns[1],
                rowsAndColumns[0],
                !dumb,
                color,
                unicode,
                // the Linux console's fonts have 512 glyphs, none of them braille
                unicode && !dumb && !term.equals("linux"));
    }

    /** Returns the same profile without colour. */
    public TerminalProfile withoutColor() {
        return new TerminalProfile(
                stdinTerminal, stdoutTerminal, stderrTerminal, width, height, escapes, false, unicode, braille);
    }

    /** Returns the profile of results that go to a file or a program. */
    public TerminalProfile redirected() {
        return new TerminalProfile(stdinTerminal, false, stderrTerminal, width, height, false, false, unicode, braille);
    }

    /** Returns the profile of a screen that is drawn elsewhere first: its messages are part of it. */
    public TerminalProfile drawn() {
        return new TerminalProfile(
                stdinTerminal, stdoutTerminal, false, width, height, escapes, color, unicode, braille);
    }

    /** Returns the same profile for a window of another size. */
    public TerminalProfile resized(int columns, int rows) {
        return new TerminalProfile(
                stdinTerminal,
                stdoutTerminal,
                stderrTerminal,
                columns > 0 ? columns : width,
                rows > 0 ? rows : height,
                escapes,
                color,
                unicode,
                braille);
    }

    private static String withoutLauncher() {
        boolean terminal = java.util.Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        return terminal ? "111" : "000";
    }

    private static int[] rowsAndColumns(@Nullable String size, Map<String, String> environment) {
        String[] words = size == null ? new String[0] : size.trim().split(" ", -1);
        int rows = words.length == 2 ? positive(words[0]) : 0;
        int columns = words.length == 2 ? positive(words[1]) : 0;
        if (columns == 0) {
            columns = positive(environment.getOrDefault("COLUMNS", ""));
        }
        return new int[] {rows == 0 ? DEFAULT_HEIGHT : rows, columns == 0 ? DEFAULT_WIDTH : columns};
    }

    private static int positive(String digits) {
        try {
            return Math.max(0, Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isUtf8(Map<String, String> environment) {
        // the launcher runs Java under C.UTF-8, so that argv keeps its bytes, and hands on what the user has
        for (String variable : new String[] {"MONSH_LOCALE", "LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                String locale = value.toUpperCase(Locale.ROOT);
                return locale.contains("UTF-8") || locale.contains("UTF8");
            }
        }
        return false;
    }
}
