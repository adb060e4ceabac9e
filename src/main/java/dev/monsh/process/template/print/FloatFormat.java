package dev.monsh.process.template.print;

import dev.monsh.process.template.value.TemplateFault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Floating-point numbers under the verbs of printf (Go's package fmt, strconv). They come from literals only. */
final class FloatFormat {

    /** From this exponent on, shortest digits are printed with an exponent. */
    private static final int SHORTEST_THRESHOLD = 6;

    private FloatFormat() {}

    static String format(double number, int verb, FormatSpec spec, int position) throws TemplateFault {
        if (spec.sharp() || spec.sharpV()) {
            throw TemplateFault.unsupported(position, "the flag # of printf for a float64");
        }
        String text = unsigned(Math.abs(number), verb, spec.precision());
        boolean negative = number < 0 || (number == 0 && 1 / number < 0);
        String sign = negative ? "-" : spec.plus() ? "+" : spec.space() ? " " : "";
        int missing = spec.width() - text.length() - sign.length();
        if (spec.zero() && missing > 0) {
            return sign + "0".repeat(missing) + text;
        }
        return spec.padded(sign + text);
    }

    private static String unsigned(double number, int verb, int precision) {
        BigDecimal exact = new BigDecimal(number);
        return switch (verb) {
            case 'f', 'F' ->
                exact.setScale(precision < 0 ? 6 : precision, RoundingMode.HALF_EVEN)
                        .toPlainString();
            case 'e', 'E' -> {
                String text = scientific(exact, (precision < 0 ? 6 : precision) + 1, false);
                yield verb == 'E' ? text.toUpperCase(Locale.ROOT) : text;
            }
            default -> {
                String text = general(number, exact, precision);
                yield verb == 'G' ? text.toUpperCase(Locale.ROOT) : text;
            }
        };
    }

    /** {@code %g} and {@code %v}: the shortest digits that give the number back, unless a precision is given. */
    private static String general(double number, BigDecimal exact, int precision) {
        if (number == 0) {
            return "0";
        }
        int digits = precision == 0 ? 1 : precision;
        BigDecimal rounded = precision < 0
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros()
                : exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        int threshold = precision < 0 ? SHORTEST_THRESHOLD : digits;
        if (precision >= 0 && threshold > rounded.precision() && rounded.precision() >= exponent + 1) {
            threshold = rounded.precision();
        }
        return exponent < -4 || exponent >= threshold
                ? scientific(rounded, rounded.precision(), true)
                : rounded.toPlainString();
    }

    private static String scientific(BigDecimal number, int digits, boolean exact) {
        BigDecimal rounded = exact ? number : number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        String unscaled = rounded.unscaledValue().toString();
        int exponent = rounded.signum() == 0 ? 0 : unscaled.length() - rounded.scale() - 1;
        String padded = (unscaled + "0".repeat(digits)).substring(0, digits);
        String mantissa = digits == 1 ? padded : padded.charAt(0) + "." + padded.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
