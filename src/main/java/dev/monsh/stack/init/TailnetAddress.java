package dev.monsh.stack.init;

import dev.monsh.failure.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IPv4 address of this machine that is not its loopback: four numbers. */
public record TailnetAddress(int first, int second) {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Reads an address.
     *
     * @param what where it was given
     * @throws UsageException where it is none, or one that stands for others
     */
    public static TailnetAddress of(String what, String text) {
        Matcher parts = IPV4.matcher(text);
        if (!parts.matches() || !inRange(parts)) {
            throw new UsageException(what + " " + text, "isn't an IPv4 address such as 100.64.0.7");
        }
        int first = Integer.parseInt(parts.group(1));
        if (first == 0) {
            throw new UsageException(what + " " + text, "means every address of this machine; use --open for that");
        }
        if (first == 127) {
            throw new UsageException(what + " " + text, "can't be reached from other machines");
        }
        return new TailnetAddress(first, Integer.parseInt(parts.group(2)));
    }

    private static boolean inRange(Matcher parts) {
        for (int i = 1; i <= 4; i++) {
            if (Integer.parseInt(parts.group(i)) > 255) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether Tailscale gives out such addresses: 100.64.0.0/10. */
    public boolean isUsual() {
        return first == 100 && second >= 64 && second <= 127;
    }
}
