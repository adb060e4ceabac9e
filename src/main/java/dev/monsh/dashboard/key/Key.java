package dev.monsh.dashboard.key;

/**
 * A key that was pressed.
 *
 * @param kind which one
 * @param codePoint the character of {@link Kind#CHARACTER} and, in lower case, of {@link Kind#CONTROL}; 0 for all others
 */
public record Key(Kind kind, int codePoint) {

    /** The keys that the dashboard distinguishes. */
    public enum Kind {
        CHARACTER(""),
        CONTROL("Ctrl-"),
        ENTER("↵"),
        ESCAPE("Esc"),
        TAB("Tab"),
        BACK_TAB("Shift-Tab"),
        UP("↑"),
        DOWN("↓"),
        LEFT("←"),
        RIGHT("→"),
        PAGE_UP("PgUp"),
        PAGE_DOWN("PgDn"),
        HOME("Home"),
        END("End"),
        BACKSPACE("Backspace");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    public static Key of(char character) {
        return new Key(Kind.CHARACTER, character);
    }

    public static Key control(char letter) {
        return new Key(Kind.CONTROL, letter);
    }

    /** Returns the key as the help writes it. */
    public String words() {
        return switch (kind) {
            case CHARACTER -> codePoint == ' ' ? "Space" : Character.toString(codePoint);
            case CONTROL -> kind.words + Character.toString(Character.toUpperCase(codePoint));
            default -> kind.words;
        };
    }
}
