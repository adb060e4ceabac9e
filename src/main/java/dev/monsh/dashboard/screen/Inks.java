package dev.monsh.dashboard.screen;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor.ANSI;
import dev.monsh.dashboard.frame.Ink;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The looks as Lanterna's characters: the 16 colours that every terminal has, on its own background, so that light and dark
 * ones both do.
 */
final class Inks {

    private static final int MOST_KEPT = 20_000;

    private final boolean color;
    private final Map<Ink, Map<String, TextCharacter>> known = new EnumMap<>(Ink.class);

    Inks(boolean color) {
        this.color = color;
    }

    /** Returns a glyph in an ink. */
    TextCharacter of(String glyph, Ink ink) {
        Map<String, TextCharacter> glyphs = known.computeIfAbsent(ink, _ -> new HashMap<>());
        TextCharacter made = glyphs.get(glyph);
        if (made == null) {
            if (glyphs.size() > MOST_KEPT) {
                glyphs.clear();
            }
            made = make(glyph, ink);
            glyphs.put(glyph, made);
        }
        return made;
    }

    private TextCharacter make(String glyph, Ink ink) {
        ANSI foreground = color ? foreground(ink) : ANSI.DEFAULT;
        SGR[] modifiers = switch (ink) {
            case TITLE, STRONG -> new SGR[] {SGR.BOLD};
            case MATCH -> new SGR[] {SGR.REVERSE};
            default -> new SGR[0];
        };
        TextCharacter[] characters = TextCharacter.fromString(glyph, foreground, ANSI.DEFAULT, modifiers);
        return characters.length == 0 ? of(" ", ink) : characters[0];
    }

    private static ANSI foreground(Ink ink) {
        return switch (ink) {
            case PLAIN, STRONG -> ANSI.DEFAULT;
            case DIM -> ANSI.BLACK_BRIGHT;
            case ACCENT, TITLE, MATCH -> ANSI.CYAN;
            case GOOD -> ANSI.GREEN;
            case WARNING -> ANSI.YELLOW;
            case BAD -> ANSI.RED;
        };
    }
}
