package dev.monsh.view.query;

/**
 * The range that an axis shows, ending on round numbers.
 *
 * @param step between two labels
 */
public record AxisScale(double low, double high, double step) {

    private static final double LARGEST = 1e306;

    /** Returns a scale for values between two, with about so many labels. */
    public static AxisScale around(double least, double most, int labels) {
        // beyond this the distances on the plot would be no numbers any more
        double low = Math.clamp(least, -LARGEST, LARGEST);
        double high = Math.clamp(most, -LARGEST, LARGEST);
        if (low == high) {
            double margin = low == 0 ? 1 : Math.abs(low) * 0.1;
            low -= low > 0 ? Math.min(margin, low) : margin;
            high += margin;
        } else if (low > 0 && low < (high - low) * 2) {
            // an axis that begins at 0 does not exaggerate, and costs little height here
            low = 0;
        }
        double step = roundStep(Math.max(Double.MIN_NORMAL, (high - low) / Math.max(1, labels)));
        AxisScale round =
                new AxisScale(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
        return round.high > round.low ? round : new AxisScale(low - step, high + step, step);
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        double nice = digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10;
        return nice * power;
    }

    /** Returns where a value lies: 0 at the low end, 1 at the high end. */
    public double position(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }
}
