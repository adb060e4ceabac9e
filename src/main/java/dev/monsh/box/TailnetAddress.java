package dev.monsh.box;

import dev.monsh.failure.UsageException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A literal address of a machine. nginx would look names up once, when it starts, and refuse the whole configuration where one
 * is not found; so there are only addresses here.
 *
 * @param text IPv4 in four decimal numbers, or IPv6 without brackets
 */
public record TailnetAddress(String text) {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Carrier-grade NAT (RFC 6598), from which Tailscale takes its IPv4 addresses. */
    private static final int CGNAT_FIRST = 100;

    private static final int CGNAT_FROM = 64;
    private static final int CGNAT_TO = 127;

    /** Reads an address that stands in an option or argument; throws {@link UsageException} naming that. */
    public static TailnetAddress parse(String where, String text) {
        return of(text).orElseThrow(() -> new UsageException(
                where + " '" + text + "'", "isn't an IP address; use one such as 100.64.0.7", "tailscale status"));
    }

    /** Reads an address; empty where it is none. */
    public static Optional<TailnetAddress> of(String text) {
        boolean usable = isFourNumbers(text) || isIpv6(text);
        return usable ? Optional.of(new TailnetAddress(text.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    private static boolean isFourNumbers(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(part) > 255 || (part.length() > 1 && part.startsWith("0"))) {
                return false;
            }
        }
        return true;
    }

    /** RFC 4291, section 2.2; without zones. */
    private static boolean isIpv6(String text) {
        if (!IPV6.matcher(text).matches()) {
            return false;
        }
        int gap = text.indexOf("::");
        boolean twoGaps = gap >= 0 && text.indexOf("::", gap + 1) >= 0;
        int groups = 0;
        for (String half :
                gap < 0 ? new String[] {text} : new String[] {text.substring(0, gap), text.substring(gap + 2)}) {
            int count = groups(half);
            if (count < 0) {
                return false;
            }
            groups += count;
        }
        return !twoGaps && (gap < 0 ? groups == 8 : groups < 8);
    }

    /** Returns how many groups of 16 bits stand there, or -1 where something else does. */
    private static int groups(String half) {
        if (half.isEmpty()) {
            return 0;
        }
        int groups = 0;
        String[] parts = half.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            boolean hex = !parts[i].isEmpty() && parts[i].length() <= 4 && parts[i].indexOf('.') < 0;
            if (!hex && !(dotted && isFourNumbers(parts[i]))) {
                return -1;
            }
            groups += dotted ? 2 : 1;
        }
        return groups;
    }

    public boolean isIpv4() {
        return text.indexOf(':') < 0;
    }

    /** Returns the address as it stands before a port: IPv6 in brackets. */
    public String host() {
        return isIpv4() ? text : "[" + text + "]";
    }

    /** Returns whether Tailscale gives out such addresses: 100.64.0.0/10, or fd7a:115c:a1e0::/48. */
    public boolean isOfTailnet() {
        if (!isIpv4()) {
            return text.startsWith("fd7a:115c:a1e0:");
        }
        String[] parts = text.split("\\.", -1);
        int second = Integer.parseInt(parts[1]);
        return Integer.parseInt(parts[0]) == CGNAT_FIRST && second >= CGNAT_FROM && second <= CGNAT_TO;
    }

    public boolean isLoopback() {
        return text.startsWith("127.") || text.equals("::1");
    }
}
