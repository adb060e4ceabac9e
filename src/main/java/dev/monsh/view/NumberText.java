package dev.monsh.view;

import java.util.Locale;

/** Numbers as people read them on axes: three digits and a prefix of the SI. */
public final class NumberText {

    private static final String[] LARGE = {"", "k", "M", "G", "T", "P", "E"};

    private NumberText() {}

    /** Returns a number with as many digits as tell it from those a step away. */
    public static String of(double value, double step) {
        double size = Math.abs(value);
        double shown = Math.pow(10, Math.floor(Math.log10(size)) - 2);
        if (value == 0 || step >= shown * 0.999 || size < 0.001 || size >= 1e15) {
            return of(value);
        }
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 9) + "f", value);
    }

    public static String of(double value) {
        double size = Math.abs(value);
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        if (size < 0.001 || size >= 1e21) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int power = 0;
        double scaled = value;
        // 999.5 would be shown as 1000
        while (Math.abs(scaled) >= 999.5 && power < LARGE.length - 1) {
            scaled /= 1000;
            power++;
        }
        double shown = Math.abs(scaled);
        int digits = shown >= 100 ? 0 : shown >= 10 ? 1 : shown >= 1 || power > 0 ? 2 : 4;
        String text = String.format(Locale.ROOT, "%." + digits + "f", scaled);
        if (text.indexOf('.') >= 0) {
            text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return text + LARGE[power];
    }
}
