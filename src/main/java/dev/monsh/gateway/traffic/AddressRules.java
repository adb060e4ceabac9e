package dev.monsh.gateway.traffic;

import dev.monsh.box.TailnetAddress;
import dev.monsh.gateway.nginx.Directive;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom {@code allow} and {@code deny} let in. IPv4 and IPv6 have a list each, and in it the first rule that an address
 * matches decides; an address that matches none is let in (ngx_http_access_module).
 *
 * @param rules in the order of the file
 */
record AddressRules(List<Directive> rules) {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff).shiftLeft(IPV4_BITS);

    /** RFC 1122, 1918, 3927, 6598: nobody comes from these through the internet. */
    private static final List<String> PRIVATE = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16");

    /** So many addresses are no circle of people any more: in IPv4 more than a /8, in IPv6 more than a /16. */
    private static final BigInteger MOST_IPV4 = BigInteger.ONE.shiftLeft(24);

    private static final BigInteger MOST_IPV6 = BigInteger.ONE.shiftLeft(112);

    /** A rule for the addresses from the one up to, and without, the other. */
    private record Range(boolean allows, BigInteger from, BigInteger to) {
        boolean holds(BigInteger address) {
            return from.compareTo(address) <= 0 && address.compareTo(to) < 0;
        }
    }

    /** Returns whether practically everybody comes in, the addresses that no rule matches as well. */
    boolean letEverybodyIn() {
        return admitEverybody(true);
    }

    /** Returns whether practically everybody matches an {@code allow}, which is what {@code satisfy any} asks for. */
    boolean allowEverybody() {
        return admitEverybody(false);
    }

    private boolean admitEverybody(boolean others) {
        List<Range> four = Stream.concat(
                        PRIVATE.stream().flatMap(block -> range(false, block, IPV4_BITS).stream()), ranges(IPV4_BITS))
                .toList();
        List<Range> six = ranges(IPV6_BITS).toList();
        BigInteger internet = BigInteger.TWO.shiftLeft(IPV6_BITS - 4); // 2000::/3
        BigInteger mapped = four.size() > PRIVATE.size() // without rules for IPv4, those for ::ffff:0:0/96 hold
                ? BigInteger.ZERO
                : admitted(six, MAPPED, MAPPED.add(BigInteger.ONE.shiftLeft(IPV4_BITS)), others);
        return admitted(four, BigInteger.ZERO, BigInteger.ONE.shiftLeft(IPV4_BITS), others)
                                .max(mapped)
                                .compareTo(MOST_IPV4)
                        > 0
                || admitted(six, internet, internet.shiftLeft(1), others).compareTo(MOST_IPV6) > 0;
    }

    /** Counts the addresses that come in. Between two neighbouring borders of rules all addresses fare alike. */
    private static BigInteger admitted(List<Range> ranges, BigInteger first, BigInteger end, boolean others) {
        TreeSet<BigInteger> borders = new TreeSet<>(List.of(first, end));
        for (Range range : ranges) {
            borders.add(range.from().max(first).min(end));
            borders.add(range.to().max(first).min(end));
        }
        BigInteger sum = BigInteger.ZERO;
        BigInteger from = first;
        for (BigInteger to : borders.tailSet(first, false)) {
            BigInteger address = from;
            boolean in = ranges.stream()
                    .filter(range -> range.holds(address))
                    .findFirst()
                    .map(Range::allows)
                    .orElse(others);
            sum = in ? sum.add(to.subtract(from)) : sum;
            from = to;
        }
        return sum;
    }

    private Stream<Range> ranges(int bits) {
        return rules.stream().flatMap(rule -> range(rule.is("allow"), rule.argument(0), bits).stream());
    }

    /** What can't be read allows everybody, or denies nobody. */
    private static Optional<Range> range(boolean allows, String text, int bits) {
        int slash = text.indexOf('/');
        Optional<TailnetAddress> address = TailnetAddress.of(slash < 0 ? text : text.substring(0, slash));
        String length = slash < 0 ? "128" : text.substring(slash + 1);
        if (text.equals("unix:")) {
            return Optional.empty();
        }
        if (address.isEmpty() || !length.matches("\\d{1,3}")) {
            boolean counts = allows || text.equals("all");
            return Optional.of(new Range(allows, BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits)))
                    .filter(all -> counts);
        }
        if (text.indexOf(':') >= 0 != (bits == IPV6_BITS)) {
            return Optional.empty();
        }
        int free = Math.max(0, bits - Integer.parseInt(length));
        BigInteger from = number(address.get().text(), bits).shiftRight(free).shiftLeft(free);
        return Optional.of(new Range(allows, from, from.add(BigInteger.ONE.shiftLeft(free))));
    }

    private static BigInteger number(String literal, int bits) {
        byte[] bytes = InetAddress.ofLiteral(literal).getAddress();
        BigInteger number = new BigInteger(1, bytes);
        // Java turns ::ffff:1.2.3.4 into 1.2.3.4
        return bytes.length * Byte.SIZE < bits ? number.add(MAPPED) : number;
    }
}
