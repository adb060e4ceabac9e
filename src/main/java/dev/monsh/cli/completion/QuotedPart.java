package dev.monsh.cli.completion;

/**
 * A part of a line that a command gets as one text: an expression as it stands, or a word in quotes. Offsets in the text and
 * in the line lead to each other.
 */
final class QuotedPart {

    private final String text;
    private final int[] offsets;
    private final int cursor;
    private final char quote;

    private QuotedPart(String text, int[] offsets, int cursor, char quote) {
        this.text = text;
        this.offsets = offsets;
        this.cursor = cursor;
        this.quote = quote;
    }

    /** Returns the part from an offset of the line to its end, as it stands. */
    static QuotedPart verbatim(String line, int start, int cursor) {
        String text = line.substring(start);
        int[] offsets = new int[text.length() + 1];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = start + i;
        }
        return new QuotedPart(text, offsets, cursor - start, ' ');
    }

    /**
     * Returns what a word means whose quote opens at an offset and is still open at the cursor; with what follows up to the
     * quote that closes it.
     */
    static QuotedPart quoted(String line, int start, int cursor) {
        char quote = line.charAt(start);
        StringBuilder text = new StringBuilder();
        int[] offsets = new int[line.length() - start + 1];
        int textCursor = -1;
        int i = start + 1;
        while (i < line.length()) {
            if (textCursor < 0 && i >= cursor) {
                textCursor = text.length();
            }
            offsets[text.length()] = i;
            char c = line.charAt(i);
            if (quote == '\'' && line.startsWith("'\\''", i)) {
                text.append('\'');
                i += 4;
            } else if (c == quote) {
                break;
            } else if (quote == '"'
                    && c == '\\'
                    && i + 1 < line.length()
                    && "\"\\$`".indexOf(line.charAt(i + 1)) >= 0) {
                text.append(line.charAt(i + 1));
                i += 2;
            } else {
                text.append(c);
                i++;
            }
        }
        offsets[text.length()] = i;
        return new QuotedPart(text.toString(), offsets, textCursor < 0 ? text.length() : textCursor, quote);
    }

    String text() {
        return text;
    }

    /** Returns the cursor's offset in the text. */
    int cursor() {
        return cursor;
    }

    /** Returns the offset in the line of an offset in the text. */
    int inLine(int offset) {
        return offsets[offset];
    }

    /** Returns a text as it stands inside this part's quotes. */
    String written(String inserted) {
        return switch (quote) {
            case '\'' -> inserted.replace("'", "'\\''");
            case '"' ->
                inserted.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("`", "\\`");
            default -> inserted;
        };
    }
}
