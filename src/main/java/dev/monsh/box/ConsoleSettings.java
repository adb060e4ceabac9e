package dev.monsh.box;

import java.util.Map;

/**
 * How the console behaves.
 *
 * @param bareExpressions whether an expression runs without {@code query} or {@code logs} before it
 * @param pager whether results that do not fit the screen are shown by a pager
 * @param aliases lines by the names that stand for them
 */
public record ConsoleSettings(boolean bareExpressions, boolean pager, Map<String, String> aliases) {

    /** What holds where the configuration says nothing. */
    public static final ConsoleSettings USUAL = new ConsoleSettings(false, true, Map.of());

    public ConsoleSettings {
        aliases = Map.copyOf(aliases);
    }
}
