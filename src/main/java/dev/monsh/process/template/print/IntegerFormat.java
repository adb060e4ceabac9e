package dev.monsh.process.template.print;

import java.util.Locale;

/** Integers under the verbs of printf (Go's package fmt, fmtInteger). */
final class IntegerFormat {

    private IntegerFormat() {}

    static String format(long number, int verb, FormatSpec spec) {
        if (spec.precision() == 0 && number == 0) {
            return spec.withoutZero().padded("");
        }
        int radix = switch (verb) {
            case 'b' -> 2;
            case 'o', 'O' -> 8;
            case 'x', 'X' -> 16;
            default -> 10;
        };
        String digits = Long.toString(number, radix).replace("-", "");
        digits = verb == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        digits = "0".repeat(Math.max(0, leastDigits(number, spec) - digits.length())) + digits;
        String sign = number < 0 ? "-" : spec.plus() ? "+" : spec.space() ? " " : "";
        return spec.withoutZero().padded(sign + prefix(verb, digits, spec) + digits);
    }

    private static int leastDigits(long number, FormatSpec spec) {
        if (spec.precision() >= 0) {
            return spec.precision();
        }
        boolean signed = number < 0 || spec.plus() || spec.space();
        return spec.zero() && spec.width() >= 0 ? spec.width() - (signed ? 1 : 0) : 0;
    }

    private static String prefix(int verb, String digits, FormatSpec spec) {
        if (verb == 'O') {
            return spec.sharp() && !digits.startsWith("0") ? "0o0" : "0o";
        }
        if (!spec.sharp()) {
            return "";
        }
        return switch (verb) {
            case 'b' -> "0b";
            case 'o' -> digits.startsWith("0") ? "" : "0";
            case 'x' -> "0x";
            case 'X' -> "0X";
            default -> "";
        };
    }

    /** {@code %c}: the character of a number, U+FFFD where there is none. */
    static String character(long number) {
        boolean valid = number >= 0 && number <= Character.MAX_CODE_POINT && (number < 0xd800 || number > 0xdfff);
        return valid ? Character.toString((int) number) : "\uFFFD";
    }

    /** {@code %U}: {@code U+0078}, with the sharp flag {@code U+0078 'x'}. */
    static String unicode(long number, FormatSpec spec) {
        String digits = Long.toHexString(number).toUpperCase(Locale.ROOT);
        int least = Math.max(4, spec.precision());
        String text = "U+" + "0".repeat(Math.max(0, least - digits.length())) + digits;
        if (spec.sharp() && number >= 0 && number <= Character.MAX_CODE_POINT && GoQuote.isPrintable((int) number)) {
            text += " '" + Character.toString((int) number) + "'";
        }
        return spec.withoutZero().padded(text);
    }
}
