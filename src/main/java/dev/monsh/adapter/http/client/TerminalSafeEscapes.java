package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** Escapes DEL, the C1 controls and what reorders text (Unicode Annex 9) as well: the same strings to a parser, and nothing live on a terminal. */
final class TerminalSafeEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        boolean reorders = c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x2066 && c <= 0x2069);
        return (c >= 0x80 && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) || reorders
                ? new SerializedString("\\u%04x".formatted(c))
                : null;
    }
}
