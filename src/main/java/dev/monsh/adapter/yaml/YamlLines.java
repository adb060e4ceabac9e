package dev.monsh.adapter.yaml;

/** The lines of a YAML file, seen from a byte offset: where they begin and end, and what they hold. */
public final class YamlLines {

    private static final int MARK_LENGTH = 3;

    private final byte[] bytes;
    private final int first;

    public YamlLines(byte[] bytes) {
        this.bytes = bytes;
        this.first = YamlText.startsWithMark(bytes) ? MARK_LENGTH : 0;
    }

    /** Returns where the line of an offset begins; a byte order mark stands before the first line. */
    public int lineStart(int offset) {
        int at = offset;
        while (at > first && !isBreak(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    /** Returns where the line of an offset ends, in front of its line break. */
    public int lineEnd(int offset) {
        int at = offset;
        while (at < bytes.length && !isBreak(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns where the next line begins, or the length of the file. */
    public int nextLine(int offset) {
        int end = lineEnd(offset);
        if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
            return end + 2;
        }
        return Math.min(end + 1, bytes.length);
    }

    /** Returns where the line before the one that begins here begins, or -1 where there is none. */
    public int previousLine(int lineStart) {
        if (lineStart <= first) {
            return -1;
        }
        boolean crLf = lineStart - 2 >= first && bytes[lineStart - 1] == '\n' && bytes[lineStart - 2] == '\r';
        return lineStart(lineStart - (crLf ? 2 : 1));
    }

    /** Returns the first offset from here on that is neither a blank nor a tab. */
    public int skipBlanks(int offset) {
        int at = offset;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Returns the offset behind the last byte before this one that is neither a blank nor a tab. */
    public int skipBlanksBack(int offset) {
        int at = offset;
        while (at > first && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
            at--;
        }
        return at;
    }

    /** Returns where the first line from this one on begins that is not blank, or the length of the file. */
    public int skipBlankLines(int lineStart) {
        int at = lineStart;
        while (at < bytes.length && isBlank(at)) {
            at = nextLine(at);
        }
        return at;
    }

    /** Returns the first offset from here on that is neither white space nor in a comment. */
    public int skipSpaceAndComments(int offset) {
        int at = skipBlanks(offset);
        while (at < bytes.length && (isBreak(bytes[at]) || bytes[at] == '#')) {
            at = skipBlanks(nextLine(at));
        }
        return at;
    }

    public boolean isBlank(int lineStart) {
        int at = skipBlanks(lineStart);
        return at >= bytes.length || isBreak(bytes[at]);
    }

    public boolean isComment(int lineStart) {
        int at = skipBlanks(lineStart);
        return at < bytes.length && bytes[at] == '#';
    }

    public boolean isFirst(int lineStart) {
        return lineStart <= first;
    }

    /** Returns whether nothing but blanks stands before an offset in its line. */
    public boolean startsLine(int offset) {
        return skipBlanks(lineStart(offset)) >= offset;
    }

    /** Returns how many bytes of its line stand before an offset, which is the indentation where a node starts a line. */
    public int column(int offset) {
        return offset - lineStart(offset);
    }

    public boolean isAt(int offset, char expected) {
        return offset >= 0 && offset < bytes.length && bytes[offset] == expected;
    }

    /** Returns where a node's content begins: behind its anchor and its tag. */
    public int contentStart(YamlNode node) {
        int at = node.start();
        while (at < node.end() && (bytes[at] == '&' || bytes[at] == '!')) {
            while (at < node.end() && bytes[at] != ' ' && bytes[at] != '\t' && !isBreak(bytes[at])) {
                at++;
            }
            int next = skipSpaceAndComments(at);
            at = next < node.end() ? next : node.end();
        }
        return at;
    }

    /** Returns where the dash of a block sequence's item stands; only white space and comments can be before it. */
    public int dash(YamlNode.Sequence sequence, int index) {
        int from = index == 0
                ? contentStart(sequence)
                : sequence.items().get(index - 1).end();
        return skipSpaceAndComments(from);
    }

    private static boolean isBreak(byte each) {
        return each == '\n' || each == '\r';
    }
}
