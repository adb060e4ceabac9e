package dev.monsh.cloud;

import dev.monsh.failure.UsageException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses in the one spelling that EC2 keeps: no bits behind the prefix, IPv6 as RFC 5952 writes it. Two
 * spellings of the same block are equal.
 *
 * @param text for instance {@code 10.0.0.0/8} or {@code 2001:db8::/32}
 */
public record Cidr(String text) {

    /** Everyone who has an IPv4 address. */
    public static final Cidr ANYWHERE = new Cidr("0.0.0.0/0");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** Reads what stands in an option; an address alone is the block that holds only it. */
    public static Cidr parse(String where, String text) {
        return of(text).orElseThrow(() -> new UsageException(
                where + " '" + text + "'", "isn't an address block; use one such as 203.0.113.0/24 or 198.51.100.7"));
    }

    /** Reads a block; empty where the text is none. */
    public static Optional<Cidr> of(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        byte[] address = literal(host);
        if (address.length == 0) {
            return Optional.empty();
        }
        int bits = address.length * Byte.SIZE;
        String length = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > bits) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(length);
        for (int bit = prefix; bit < bits; bit++) {
            address[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return Optional.of(new Cidr(written(address) + "/" + prefix));
    }

    /** Never asks a name server: what is no literal has no bytes. */
    private static byte[] literal(String host) {
        if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            return new byte[0];
        }
        try {
            return InetAddress.ofLiteral(host).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String written(byte[] address) {
        StringBuilder text = new StringBuilder();
        if (address.length == 4) {
            for (byte each : address) {
                text.append(text.isEmpty() ? "" : ".").append(each & 0xff);
            }
            return text.toString();
        }
        int[] groups = new int[address.length / 2];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (address[2 * i] & 0xff) << Byte.SIZE | (address[2 * i + 1] & 0xff);
        }
        return compressed(groups);
    }

    /** The longest run of two or more groups of zeros is left out, of equally long ones the first (RFC 5952, 4.2). */
    private static String compressed(int[] groups) {
        int start = -1;
        int longest = 1;
        for (int from = 0; from < groups.length; from++) {
            int to = from;
            while (to < groups.length && groups[to] == 0) {
                to++;
            }
            if (to - from > longest) {
                start = from;
                longest = to - from;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    /** Tells whether every address of its family lies in it. */
    public boolean isWorld() {
        return text.endsWith("/0");
    }

    /** Tells whether it is a block of IPv6. */
    public boolean isIpv6() {
        return text.indexOf(':') >= 0;
    }
}
