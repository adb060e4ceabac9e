package dev.monsh.process.template.print;

/**
 * The flags, width and precision of one printf verb (Go's package fmt).
 *
 * @param width least number of characters; -1 when none is given
 * @param precision -1 when none is given
 * @param plusV the plus flag of {@code %v}, which names the fields of structs
 */
record FormatSpec(
        boolean plus,
        boolean minus,
        boolean sharp,
        boolean space,
        boolean zero,
        boolean plusV,
        boolean sharpV,
        int width,
        int precision) {

    static final FormatSpec PLAIN = new FormatSpec(false, false, false, false, false, false, false, -1, -1);

    /** Reads the flags {@code +-# 0}; zero padding is dropped where the text is to stand at the left. */
    static FormatSpec ofFlags(String flags) {
        boolean minus = flags.indexOf('-') >= 0;
        return new FormatSpec(
                flags.indexOf('+') >= 0,
                minus,
                flags.indexOf('#') >= 0,
                flags.indexOf(' ') >= 0,
                flags.indexOf('0') >= 0 && !minus,
                false,
                false,
                -1,
                -1);
    }

    FormatSpec withSizes(int newWidth, int newPrecision) {
        return new FormatSpec(plus, minus, sharp, space, zero, plusV, sharpV, newWidth, newPrecision);
    }

    /** Returns what {@code %v} makes of the flags: plus and sharp get another meaning. */
    FormatSpec forV() {
        return new FormatSpec(false, minus, false, space, zero, plus, sharp, width, precision);
    }

    FormatSpec withoutZero() {
        return new FormatSpec(plus, minus, sharp, space, false, plusV, sharpV, width, precision);
    }

    /** Returns the text cut to the precision, in characters. */
    String truncated(String text) {
        if (precision < 0 || text.codePointCount(0, text.length()) <= precision) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, precision));
    }

    /** Returns the text filled up to the width, in characters. */
    String padded(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        String padding = (zero ? "0" : " ").repeat(missing);
        return minus ? text + padding : padding + text;
    }
}
