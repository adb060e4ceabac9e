package dev.monsh.gateway.nginx;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The name of a directive, or one of its parameters.
 *
 * @param start the offset of its first byte, a quote included
 * @param end the offset after its last byte
 * @param raw as written in the file, every character one byte
 */
public record Word(int start, int end, String raw) {

    /** Returns whether it stands in quotes. */
    public boolean isQuoted() {
        return raw.startsWith("\"") || raw.startsWith("'");
    }

    /** Returns what nginx takes it for: without quotes, escapes decoded; not UTF-8 is read as ISO 8859-1. */
    public String text() {
        return decoded(value());
    }

    /** Returns what stands between the quotes, or the whole word. */
    String content() {
        return isQuoted() ? raw.substring(1, raw.length() - 1) : raw;
    }

    /** Returns the text with every character one byte. Only these five escapes are decoded; others keep the backslash. */
    String value() {
        String content = content();
        if (content.indexOf('\\') < 0) {
            return content;
        }
        StringBuilder value = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int escape = c == '\\' && i + 1 < content.length() ? "\"'\\trn".indexOf(content.charAt(i + 1)) : -1;
            if (escape >= 0) {
                value.append("\"'\\\t\r\n".charAt(escape));
                i++;
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    static String decoded(String raw) {
        if (raw.chars().allMatch(c -> c < 0x80)) {
            return raw;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }
}
