package dev.monsh.terminal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Escapes in JSON what {@link Sanitizer} would show, besides what RFC 8259 wants. */
final class TerminalEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;
    private static final char REPLACEMENT = '\ufffd';

    private final int[] ascii = standardAsciiEscapesForJSON();

    TerminalEscapes() {
        ascii[0x7f] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int unit) {
        boolean plain = unit != REPLACEMENT && !Sanitizer.isUnsafe((char) unit);
        return plain ? null : new SerializedString("\\u" + HexFormat.of().toHexDigits((char) unit));
    }

    /** Puts a replacement character in the place of half a character, which parsers refuse, escaped or not. */
    static String withoutHalves(String text) {
        @Nullable StringBuilder whole = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.charCount(text.codePointAt(i)) == 2) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                whole = whole == null ? new StringBuilder(text) : whole;
                whole.setCharAt(i, REPLACEMENT);
            }
        }
        return whole == null ? text : whole.toString();
    }
}
