package dev.monsh.view.query;

/**
 * The range that an axis shows, ending on round numbers.
 *
 * @param step between two labels
 */
public record AxisScale(double low, double high, double step) {

    /** Beyond this the next round number, or the distance to it, would be no number any more. */
    private static final double LARGEST_ROUNDED = 2e307;

    /** Returns a scale for values between two, with about so many labels. */
    public static AxisScale around(double least, double most, int labels) {
        double largest = Math.max(Math.abs(least), Math.abs(most));
        if (largest > LARGEST_ROUNDED) {
            boolean bothSides = least < 0 && most > 0;
            return new AxisScale(least < 0 ? -largest : 0, most > 0 ? largest : 0, largest / (bothSides ? 2 : 4));
        }
        double low = least;
        double high = most;
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
        double range = high - low;
        return Math.clamp(
                Double.isFinite(range) ? (value - low) / range : (value / 2 - low / 2) / (high / 2 - low / 2), 0, 1);
    }

    /** Returns the tick in the part of the axis that belongs to one of several rows, counted from the top; NaN for none. */
    public double tick(int row, int rows) {
        double top = high / step;
        double steps = top - low / step;
        double upper = top - steps * (row - 0.5) / (rows - 1);
        double lower = top - steps * (row + 0.5) / (rows - 1);
        double tick = Math.floor(upper - 1e-9);
        // 3 * 0.1 is not 0.3
        return tick < lower ? Double.NaN : Math.rint(tick) * step;
    }
}
