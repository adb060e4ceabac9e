package dev.monsh.adapter.http;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** Escapes DEL and the C1 controls as well: the same strings to a parser, and nothing live on a terminal. */
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
        return (c >= 0x80 && c < 0xa0) || c == 0x2028 || c == 0x2029
                ? new SerializedString("\\u%04x".formatted(c))
                : null;
    }
}
