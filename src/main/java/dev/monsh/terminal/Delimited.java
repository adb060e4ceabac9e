package dev.monsh.terminal;

/** How cells are written in the forms that have one row a line. */
public enum Delimited {
    /**
     * Cells between tabs. A tab, line feed, carriage return or backslash of a cell is written as {@code \t \n \r \\}, as
     * PostgreSQL's COPY does, so that a row is always one line and a cell can be had back.
     */
    TSV('\t') {
        @Override
        public void cell(Output out, String text) {
            int written = 0;
            for (int i = 0; i < text.length(); i++) {
                String escape = switch (text.charAt(i)) {
                    case '\t' -> "\\t";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\\' -> "\\\\";
                    default -> "";
                };
                if (!escape.isEmpty()) {
                    out.write(text, written, i - written);
                    out.write(escape);
                    written = i + 1;
                }
            }
            out.write(text, written, text.length() - written);
        }
    },
    /** RFC 4180, with LF at the line ends. */
    CSV(',') {
        @Override
        public void cell(Output out, String text) {
            if (!needsQuotes(text)) {
                out.write(text);
                return;
            }
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
    };

    private final char separator;

    Delimited(char separator) {
        this.separator = separator;
    }

    /** Returns what stands between two cells. */
    public char separator() {
        return separator;
    }

    /** Writes one cell. */
    public abstract void cell(Output out, String text);

    /** Writes a whole row with its line end. */
    public void row(Output out, Iterable<String> cells) {
        boolean first = true;
        for (String cell : cells) {
            if (!first) {
                out.write(separator);
            }
            first = false;
            cell(out, cell);
        }
        out.write('\n');
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
