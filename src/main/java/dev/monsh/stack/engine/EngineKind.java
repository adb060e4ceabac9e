package dev.monsh.stack.engine;

import java.util.Locale;

/** What runs the services. */
public enum EngineKind {
    /** Docker Compose. */
    COMPOSE,
    /** Plain processes of this machine. */
    NATIVE;

    /** Returns the word that {@code --engine} takes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
